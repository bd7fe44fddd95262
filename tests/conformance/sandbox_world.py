"""The sandbox behind the calls: names that it knows, and characters that stand where a call can succeed."""

import json
import random
import urllib.error
import urllib.request

# What each kind of action needs on the tile; where any code will do, one is picked.
PLACES = {
    "bank": "bank",
    "grandexchange": "grand_exchange",
    "task": "tasks_master",
    "gathering": "resource",
    "fight": "monster",
    "npc": "npc",
}
LISTS = {
    "items": "/items?size=10000",
    "monsters": "/monsters?size=1000",
    "resources": "/resources?size=1000",
    "npcs": "/npcs/details?size=1000",
    "effects": "/effects?size=1000",
    "tasks": "/tasks/list?size=1000",
    "achievements": "/achievements?size=1000",
    "events": "/events?size=1000",
    "raids": "/raids?size=1000",
    "badges": "/badges?size=1000",
    "skins": "/skins?size=1000",
}
SKILLS = [
    "combat", "weaponcrafting", "gearcrafting", "jewelrycrafting", "cooking", "woodcutting", "mining", "alchemy", "fishing",
]


class World:
    """Names are looked up anew from time to time: on the way characters are renamed and deleted."""

    def __init__(self, server, token):
        self.server, self.token = server, token
        self.random = random.Random(1)
        self.age = 0
        self.characters, self.orders, self.pending = [], [], []
        # Members-only calls answer, and the gem shop sells.
        self.call("POST", "/sandbox/control/account", {"member": True, "gems": 1_000_000, "member_tokens": 5})
        self.rows = {kind: self.call("GET", path)["data"] for kind, path in LISTS.items()}
        self.codes = {kind: [row["code"] for row in rows] for kind, rows in self.rows.items()}
        self.by_type = {}
        for item in self.rows["items"]:
            self.by_type.setdefault(item["type"], []).append(item["code"])
        self.crafted = [item for item in self.rows["items"] if item["craft"]]
        self.tiles = self.call("GET", "/maps?size=10000")["data"]
        self.maps = [tile["map_id"] for tile in self.tiles]

    def call(self, method, path, body=None):
        headers = {"Authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(self.server + path, method=method, headers=headers)
        with urllib.request.urlopen(request, None if body is None else json.dumps(body).encode()) as answer:
            return json.load(answer)

    def pick(self, values):
        return self.random.choice(values)

    def refresh(self):
        self.age += 1
        if self.age % 25 != 1:
            return
        self.characters = []
        for character in self.call("GET", "/my/characters")["data"]:
            # Gifts fill the bags; somebody new has empty ones.
            if sum(slot["quantity"] for slot in character["inventory"]) > 60:
                self.call("POST", "/characters/delete", {"name": character["name"]})
            else:
                self.characters.append(character["name"])
        while len(self.characters) < 5:
            name = f"Hero{self.age}_{len(self.characters)}"
            self.call("POST", "/characters/create", {"name": name, "skin": "men1"})
            self.characters.append(name)
            for skill in SKILLS:
                self.prepare(name, "give_xp", {"type": skill, "amount": 100_000})
            self.prepare(name, "give_gold", {"quantity": 1_000_000})
        self.orders = [order["id"] for order in self.call("GET", "/grandexchange/orders")["data"]] or ["none"]
        self.pending = [pending["id"] for pending in self.call("GET", "/my/pending_items")["data"]] or ["none"]

    def prepare(self, name, gift, body):
        """Does something for a character by the sandbox's own paths; what is refused is not needed."""
        try:
            self.call("POST", "/sandbox/clear_cooldown", {"character": name})
            self.call("POST", f"/sandbox/{gift}", {"character": name, **body})
        except urllib.error.HTTPError as refused:
            refused.close()

    def stand(self, name, kind, code=None):
        """Puts a character on a tile with this content."""
        contents = [(tile["map_id"], tile["interactions"]["content"] or {}) for tile in self.tiles]
        fitting = [
            map_id for map_id, content in contents
            if content.get("type") == kind and code in (None, content.get("code"))
        ]
        if fitting:
            self.prepare(name, "teleport", {"map_id": self.pick(fitting)})

    def worn_in(self, slot):
        """An item that a slot takes."""
        return self.pick(self.by_type.get(str(slot).rstrip("123"), self.by_type["weapon"]))

    def stage(self, name, action, body):
        """Lets a character stand and carry what an action asks for."""
        kind = action.split("/")[0]
        lines = body.get("items") or [body] if isinstance(body, dict) else body
        for line in [line for line in lines if isinstance(line, dict) and "code" in line]:
            if kind == "use":
                line["code"] = self.pick(self.by_type["consumable"])
            elif kind == "equip":
                line.update({"code": self.worn_in(line.get("slot")), "quantity": 1})
            elif kind == "npc":
                line["code"] = self.pick(self.pick(self.rows["npcs"])["items"])["code"]
        if kind == "give":
            for who in (name, body.get("character", name)):
                self.prepare(who, "teleport", {"map_id": self.maps[0]})
        if kind in ("crafting", "recycling"):
            item = self.pick(self.crafted)
            body.update({"code": item["code"], "quantity": 1})
            for part in item["craft"]["items"] if kind == "crafting" else [{"code": item["code"], "quantity": 1}]:
                self.prepare(name, "give_item", part)
            self.stand(name, "workshop", item["craft"]["skill"])
            return
        for line in lines:
            if isinstance(line, dict) and line.get("code") in self.codes["items"]:
                self.prepare(name, "give_item", {"code": line["code"], "quantity": line.get("quantity", 1)})
        if kind in PLACES:
            self.stand(name, PLACES[kind])
        self.prepare(name, "clear_cooldown", {})
