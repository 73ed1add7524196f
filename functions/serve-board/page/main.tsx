import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './main.css';
import { giveNonce } from './nonce.ts';

const root = document.getElementById('root');
if (root) {
  giveNonce();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
