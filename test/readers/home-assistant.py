# The core of Home Assistant with its integration "rest" alone: sets up what configuration.yaml says, and prints each
# state when the configuration is loaded and after each line of the input, for which it asks again.
import asyncio
import json
import logging
import sys

from homeassistant import bootstrap, config, config_entries, core_config, loader
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component


async def main(folder: str) -> None:
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    hass = HomeAssistant(folder)
    hass.config.skip_pip = True
    hass.config_entries = config_entries.ConfigEntries(hass, {})
    loader.async_setup(hass)
    await bootstrap.async_load_base_functionality(hass)
    settings = await config.async_hass_config_yaml(hass)
    # What its own start sets up before any integration.
    await core_config.async_process_ha_core_config(hass, settings.get("homeassistant", {}))
    for name in ("homeassistant", "sensor", "rest"):
        if not await async_setup_component(hass, name, settings):
            raise SystemExit(f"{name} was not set up.")
    await hass.async_start()

    async def tell() -> None:
        await hass.async_block_till_done()
        states = [{"id": each.entity_id, "state": each.state, "attributes": dict(each.attributes)}
                  for each in hass.states.async_all("sensor")]
        print(json.dumps(states, default=str), flush=True)

    await tell()
    while await asyncio.to_thread(sys.stdin.readline):
        for each in hass.states.async_entity_ids("sensor"):
            await hass.services.async_call(
                "homeassistant", "update_entity", {"entity_id": each}, blocking=True)
        await tell()
    await hass.async_stop()


asyncio.run(main(sys.argv[1]))
