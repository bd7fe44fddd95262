"""A bot's first day, played by the game's own Python SDK as it is published, with its blocking client and with its
asyncio client, at the same time in one world.

The story is in `scenes.py`, once for both. The SDK is told the sandbox's address in its documented way (`base_url`), waits
for every cooldown by itself, and turns each answer into its own types: an answer that it cannot read ends the story.
"""

import asyncio
import os
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

from artifacts import ArtifactsClient, AsyncArtifactsClient

from scenes import Story

URL = os.environ["SANDBOX_URL"]


async def with_blocking_client():
    """Every call returns its answer."""
    with ArtifactsClient(base_url=URL) as stranger:
        token = await Story.sign_up(stranger, "sync_bot")
    with ArtifactsClient(token, base_url=URL) as hero, ArtifactsClient(os.environ["SANDBOX_TOKEN"], base_url=URL) as friend:
        await Story("sync_bot", hero, friend).play()


async def with_asyncio_client():
    """Every call returns a promise of its answer."""
    async with AsyncArtifactsClient(base_url=URL) as stranger:
        token = await Story.sign_up(stranger, "async_bot")
    async with (
        AsyncArtifactsClient(token, base_url=URL) as hero,
        AsyncArtifactsClient(os.environ["SANDBOX_TOKEN"], base_url=URL) as friend,
    ):
        await Story("async_bot", hero, friend).play()


def went_well(story):
    """Plays a story; what went wrong is shown at once."""
    try:
        asyncio.run(story())
        return True
    except Exception:
        traceback.print_exc()
        return False


with ThreadPoolExecutor() as threads:
    endings = list(threads.map(went_well, [with_blocking_client, with_asyncio_client]))
sys.stdout.flush()
sys.stderr.flush()
# Not sys.exit: after a failure a blocking client may be alive still, and waits for its own dead thread when it is
# closed at the program's end.
os._exit(0 if all(endings) else 1)
