import { jsonQuoted } from './quote.ts';
import { addressOf, bearer, type Recipe, type RecipeTarget } from './recipe.ts';
import { recipeMessage as message } from './recipe-message.ts';

/**
 * A sensor whose state is the number of rows; the rows are an attribute. Home Assistant does not look at the status of a
 * response (homeassistant/components/rest/data.py), so that errors would be counted as rows without `availability`.
 */
const homeAssistant = (target: RecipeTarget): string =>
  [
    'rest:',
    `  - resource: ${jsonQuoted(addressOf(target))}`,
    '    headers:',
    `      Authorization: ${jsonQuoted(bearer(target))}`,
    // Home Assistant waits 10 s by default, which a slow service needs for itself.
    '    timeout: 30',
    `    scan_interval: ${Math.max(30, target.feed.freshSeconds)}`,
    '    sensor:',
    `      - name: ${jsonQuoted(target.feed.name)}`,
    `        unique_id: ${jsonQuoted(`tokenboard_${target.feed.name.toLowerCase()}`)}`,
    ...(target.feed.root === 'wrapped'
      ? [
          '        value_template: "{{ value_json.data | count }}"',
          '        availability: "{{ value_json.data is defined }}"',
          '        json_attributes:',
          '          - data',
        ]
      : ['        value_template: "{{ value_json | count }}"', '        availability: "{{ value_json is list }}"']),
  ].join('\n');

/** An inject node, an HTTP request and a debug node, to import. */
const nodeRed = (target: RecipeTarget): string =>
  JSON.stringify(
    [
      {
        id: 'tokenboard_inject',
        type: 'inject',
        name: target.feed.name,
        repeat: String(Math.max(1, target.feed.freshSeconds)),
        once: true,
        props: [],
        wires: [['tokenboard_request']],
        x: 140,
        y: 80,
      },
      {
        id: 'tokenboard_request',
        type: 'http request',
        name: 'Tokenboard',
        method: 'GET',
        ret: 'obj',
        url: addressOf(target),
        headers: [{ keyType: 'other', keyValue: 'Authorization', valueType: 'other', valueValue: bearer(target) }],
        wires: [['tokenboard_debug']],
        x: 330,
        y: 80,
      },
      {
        id: 'tokenboard_debug',
        type: 'debug',
        name: '',
        active: true,
        tosidebar: true,
        complete: 'payload',
        targetType: 'msg',
        wires: [],
        x: 510,
        y: 80,
      },
    ],
    null,
    2,
  );

/** The part of a module that runs in Node, so that no browser asks for CORS. */
const magicMirror = (target: RecipeTarget): string =>
  [
    "const NodeHelper = require('node_helper');",
    '',
    'module.exports = NodeHelper.create({',
    '  async socketNotificationReceived(notification) {',
    "    if (notification !== 'GET_FEED') return;",
    `    const response = await fetch(${jsonQuoted(addressOf(target))}, {`,
    `      headers: { Authorization: ${jsonQuoted(bearer(target))} },`,
    '    });',
    "    if (response.ok) this.sendSocketNotification('FEED', await response.json());",
    '  },',
    '});',
  ].join('\n');

export const home = {
  homeAssistant: {
    name: 'Home Assistant',
    needs: ['elsewhere', 'wrapped', 'trust'],
    limits: message('recipes.homeAssistant.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.homeAssistant'), text: homeAssistant(target) }],
  },
  nodeRed: {
    name: 'Node-RED',
    needs: ['elsewhere', 'trust'],
    limits: message('recipes.nodeRed.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.nodeRed'), text: nodeRed(target) }],
  },
  magicMirror: {
    name: 'MagicMirror²',
    needs: ['elsewhere', 'trust'],
    limits: message('recipes.magicMirror.limits'),
    parts: (target) => [{ kind: 'text', title: message('recipes.part.magicMirror'), text: magicMirror(target) }],
  },
} satisfies Record<string, Recipe>;
