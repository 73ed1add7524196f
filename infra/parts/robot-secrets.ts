import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type Deployment, pascalCase, removalPolicyOf } from '../deployment.ts';
import { acknowledge } from '../nag.ts';
import { postedRobots, robotSecretName } from './robot-names.ts';

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** What each robot is called by, `{ "url", "secret" }`: random text at first, and no address, until an admin puts what its platform gave out. */
export class RobotSecrets extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    for (const robot of postedRobots(deployment)) {
      const secret = new Secret(this, pascalCase(robot.id), {
        secretName: robotSecretName(deployment, robot),
        description: `url: the address of the ${robot.kind} robot; secret: what it signs with`,
        generateSecretString: {
          secretStringTemplate: '{}',
          generateStringKey: 'secret',
          excludePunctuation: true,
          // The emulator only knows characters one by one.
          excludeCharacters: punctuation,
          passwordLength: 44,
        },
        removalPolicy: removalPolicyOf(deployment),
      });
      acknowledge(secret, {
        'AwsSolutions-SMG4': 'A platform gives it out: it changes when somebody changes it there.',
      });
    }
  }
}
