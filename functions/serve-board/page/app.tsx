import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, App as Messages } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Router } from 'wouter';
import { queries } from './data/queries.ts';
import { nonce } from './nonce.ts';
import { Gate } from './session/gate.tsx';
import { PageBoundary } from './shell/page-boundary.tsx';
import { theme } from './theme.ts';
import { LocaleProvider, useLanguage } from './words/locale.tsx';

const wordsOfAntd = { 'zh-CN': zhCN, en: enUS };

export function App() {
  return (
    <LocaleProvider>
      <QueryClientProvider client={queries}>
        <Themed />
      </QueryClientProvider>
    </LocaleProvider>
  );
}

function Themed() {
  const { locale } = useLanguage();
  return (
    <ConfigProvider
      locale={wordsOfAntd[locale]}
      theme={theme}
      csp={{ nonce }}
      componentSize="small"
      button={{ autoInsertSpace: false }}
    >
      <Messages>
        <Router base="/board">
          <PageBoundary>
            <Gate />
          </PageBoundary>
        </Router>
      </Messages>
    </ConfigProvider>
  );
}
