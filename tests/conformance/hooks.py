"""What schemathesis cannot know from the game's description alone.

The description is made readable for a strict reader, answers that the game's documents promise but its description
leaves out are added, and some of what is generated is replaced by what the sandbox knows, so that more is seen than
refusals.
"""

import json
import os
import re
import sys
from pathlib import Path

import schemathesis

sys.path.insert(0, str(Path(__file__).parent))

from sandbox_world import World  # noqa: E402

ADDITIONS = Path(os.environ["SANDBOX_ADDITIONS"])

# The codes that begin with 5 and are no failures of the server: the game uses them for refusals.
REFUSALS = range(550, 600)
# Every call may be refused for its form, its method, and for coming too often (RULES, appendix A).
EVERYWHERE = ["404", "405", "422", "429"]
# Every call that asks for a token may be refused for it.
WITH_TOKEN = ["451", "452", "453"]

# Fields that may be left out, and for which the game takes `null` as well.
NULLABLE = {"DestinationSchema": ["x", "y", "map_id"]}

world = None


@schemathesis.hook
def before_load_schema(context, raw_schema):
    additions = json.loads(ADDITIONS.read_text())
    raw_schema["paths"].update(additions["paths"])
    raw_schema["components"]["schemas"].update(additions["components"]["schemas"])
    for schema, fields in NULLABLE.items():
        for field in fields:
            raw_schema["components"]["schemas"][schema]["properties"][field]["nullable"] = True
    strictly(raw_schema)
    error = {"$ref": "#/components/schemas/ErrorResponseSchema"}
    for path in raw_schema["paths"].values():
        for operation in path.values():
            codes = EVERYWHERE + (WITH_TOKEN if operation.get("security") else [])
            for code in codes:
                refusal = {"description": "Refused.", "content": {"application/json": {"schema": error}}}
                operation["responses"].setdefault(code, refusal)


def strictly(schema):
    """Rewrites what OpenAPI 3.0 says in its own way as OpenAPI 3.1, which the description claims to be."""
    if isinstance(schema, list):
        for entry in schema:
            strictly(entry)
    if not isinstance(schema, dict):
        return
    for value in schema.values():
        strictly(value)
    if schema.get("exclusiveMinimum") is True:
        schema["exclusiveMinimum"] = schema.pop("minimum")
    if schema.get("nullable") is True:
        del schema["nullable"]
        plain = dict(schema)
        schema.clear()
        schema["anyOf"] = [plain, {"type": "null"}]


@schemathesis.hook
def before_call(context, case, kwargs):
    """Puts known names in the place of most that were made up; what must be refused stays as it is."""
    global world
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    world = world or World(os.environ["SANDBOX_URL"], os.environ["SANDBOX_TOKEN"])
    world.refresh()
    if world.random.random() < 0.25:
        return
    path = case.operation.path
    for name in case.path_parameters or {}:
        known = known_part(path, name)
        if known:
            case.path_parameters[name] = world.pick(known)
    # Whose character is deleted is missed, and the token's owner must be able to go on.
    if not path.startswith(("/characters/delete", "/accounts/", "/my/change", "/sandbox/reset")):
        for line in case.body if isinstance(case.body, list) else [case.body]:
            if isinstance(line, dict):
                fill(path, line)
    if "/action/" in path:
        body = case.body if isinstance(case.body, (dict, list)) else {}
        world.stage(case.path_parameters["name"], path.split("/action/")[1], body)


def known_part(path, name):
    kind = path.split("/")[1]
    if name == "name":
        return world.characters
    if name == "account":
        return ["demo"]
    if name == "map_id":
        return world.maps
    if name == "id":
        return world.pending if "claim_item" in path else world.orders
    if name == "code":
        return world.codes.get({"grandexchange": "items", "season_rewards": "badges"}.get(kind, kind))
    return None


def fill(path, body):
    """Known names and small numbers in a body."""
    kind = "skins" if path == "/gems_shop/skin" else "events" if path.endswith("spawn_event") else "items"
    known = {
        "code": ["custom_skin"] if path.endswith("custom_design") else world.codes[kind],
        "character": world.characters,
        "map_id": world.maps,
        "id": world.orders,
        "monster": world.codes["monsters"],
        "skin": ["men1", "women2"],
        "quantity": [1, 2, 5],
        "price": [1, 30],
    }
    for name in body:
        if name in known:
            body[name] = world.pick(known[name])
        elif re.fullmatch(r"\w+_slot", name):
            body[name] = world.worn_in(name.removesuffix("_slot"))
    for line in (body.get("items") or []) + (body.get("characters") or []):
        if isinstance(line, dict):
            fill(path, line)


@schemathesis.check
def no_server_error(ctx, response, case):
    """The server never fails. Codes from 550 are refusals."""
    if response.status_code >= 500 and response.status_code not in REFUSALS:
        raise AssertionError(f"the server failed with {response.status_code}")


@schemathesis.check
def refusals_have_one_shape(ctx, response, case):
    """A refusal repeats its status as its code, and says something."""
    if response.status_code >= 400 and case.method != "HEAD":
        error = response.json()["error"]
        assert error["code"] == response.status_code and error["message"], error
