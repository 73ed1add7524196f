export const helpText = `Deploys the demo merchant to a local AWS, lets some seventy returns come about by signed webhooks of simulated stores, carriers and
warehouses, and prints where each of them stands, and a link into the board for each role. Then it lives on: every some seconds something happens, until Ctrl-C.

  npm start                       all of that
  npm start -- --lang zh-CN       in Chinese
  npm start -- --quiet            stands still after the table, its senders gone home: for npm run simulate and npm run scenarios
  npm start -- --once             ends after the table: with 0 when every return is as its episode says, with 1 and a list when not

It needs Node 20 or newer and Python 3.10 or newer (or Docker); all else is installed under this folder. Where AWS_ENDPOINT_URL is set,
that emulator is used. On a busy machine everything takes longer, and nothing is given up.

While it is up:
  http://127.0.0.1:4592/as/agent        the board, signed in; also merchant-approver, warehouse, admin, and day-team, which sees one shop.
                                        It prints the links at its end (with another port where 4592 is taken), the board's own address, and
                                        the password of the demo's users, for its page to sign in at. With --once they would lead nowhere
  npm run -s token -- --role agent      a token for the API; roles: agent, merchant-approver, warehouse, admin
  .local/outputs.json                   every address and name
  .local/cases.txt                      the table, with every key whole
  .local/emulator.log                   what the local AWS and the functions print

The episodes are in tools/demo/welcome/episodes: one more episode is one more entry there.`;
