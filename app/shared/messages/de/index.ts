import type { whole as en } from '../en/later.ts';
import type { Translated } from '../message.ts';
import { cli } from './cli.ts';
import { connections } from './connections.ts';
import { copyAs } from './copy-as.ts';
import { core } from './core.ts';
import { dates } from './dates.ts';
import { exportTexts } from './export.ts';
import { feedAnswers } from './feed-answers.ts';
import { feeds } from './feeds.ts';
import { fields } from './fields.ts';
import { http } from './http.ts';
import { local } from './local.ts';
import { menu } from './menu.ts';
import { oauth } from './oauth.ts';
import { odata } from './odata.ts';
import { pages } from './pages.ts';
import { paths } from './paths.ts';
import { peaka } from './peaka.ts';
import { platform } from './platform.ts';
import { practice } from './practice.ts';
import { push } from './push.ts';
import { recipes } from './recipes.ts';
import { reload } from './reload.ts';
import { resources } from './resources.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';
import { table } from './table.ts';
import { vault } from './vault.ts';

export const de: Translated<typeof en> = {
  ...cli,
  ...connections,
  ...copyAs,
  ...core,
  ...dates,
  ...exportTexts,
  ...feedAnswers,
  ...feeds,
  ...fields,
  ...http,
  ...local,
  ...menu,
  ...oauth,
  ...odata,
  ...paths,
  ...pages,
  ...peaka,
  ...platform,
  ...practice,
  ...recipes,
  ...push,
  ...reload,
  ...resources,
  ...serve,
  ...start,
  ...table,
  ...vault,
};
