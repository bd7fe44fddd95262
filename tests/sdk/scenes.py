"""The story that both clients of the SDK play: what a new player does on a first day, scene by scene.

A scene says what is done and what must come of it. `done` makes the two clients alike: one returns answers, the other
promises of them.
"""

import inspect

from artifacts.errors import ContentNotOnMapError
from artifacts.models.common import SimpleItemSchema
from artifacts.models.enums import ItemSlot, TaskType

PASSWORD = "open-sesame-1"
# For each story the character of the friend who buys, and the event that is called: they happen in one world.
CAST = {"sync_bot": ("Ana", "foxes_at_large"), "async_bot": ("Ben", "glowcap_night")}
# What the character's own log must tell in the end.
LOGGED = set(
    "movement fight rest gathering crafting unequip equip deposit_item withdraw_item deposit_gold withdraw_gold "
    "new_task task_trade task_completed task_cancelled task_exchange buy_npc sell_npc sell_ge achievement".split()
)


async def done(call):
    """What a call gave, whichever client made it."""
    return await call if inspect.isawaitable(call) else call


def carried(character, code):
    """How many of an item a character has in the inventory."""
    return sum(slot.quantity for slot in character.inventory if slot.code == code)


class Story:
    """One new account and its first character, and a friend with an account that was there before."""

    def __init__(self, teller, client, friend):
        self.teller, self.client, self.friend = teller, client, friend
        self.name = f"{teller}_1"
        self.buyer, self.event = CAST[teller]
        self.hero = client.character(self.name)

    @staticmethod
    async def sign_up(client, name):
        """Makes an account, and returns its token."""
        await done(client.accounts.create(name, PASSWORD, f"{name}@example.com"))
        return await done(client.token.generate(name, PASSWORD))

    async def play(self):
        for scene in (
            self.looks_around,
            self.is_born,
            self.fights_a_chicken,
            self.gathers_and_crafts,
            self.wears_what_was_made,
            self.uses_the_bank,
            self.does_a_task,
            self.trades_with_a_merchant,
            self.sells_to_a_friend,
            self.claims_an_achievement,
            self.meets_an_event,
            self.remembers_it_all,
        ):
            await scene()
            print(f"{self.teller}: {scene.__name__.replace('_', ' ')}", flush=True)

    async def looks_around(self):
        status = await done(self.client.server.get_status())
        assert status.version, status
        details = await done(self.client.my_account.get_details())
        assert details.username == self.teller, details
        assert await done(self.client.my_account.get_characters()) == []
        rates = await done(self.client.my_account.get_rates())
        assert rates, rates

    async def is_born(self):
        character = await done(self.client.characters.create(self.name, "men1"))
        assert (character.name, character.account, character.level) == (self.name, self.teller, 1), character
        try:
            await done(self.hero.skills.gather())
        except ContentNotOnMapError as refusal:
            assert refusal.code == 598, refusal
        else:
            raise AssertionError("there is nothing to gather where characters are born")

    async def goes_to(self, content):
        """Walks to the nearest place with something of this code there."""
        places = (await done(self.client.maps.get_all(content_code=content))).data
        here = await done(self.hero.get())
        nearest = min(places, key=lambda place: abs(place.x - here.x) + abs(place.y - here.y))
        if nearest.map_id != here.map_id:
            moved = await done(self.hero.move(x=nearest.x, y=nearest.y))
            assert moved.destination.map_id == moved.character.map_id == nearest.map_id, moved
        return nearest

    async def fights_a_chicken(self):
        await self.goes_to("chicken")
        fought = await done(self.hero.fight())
        result, own = fought.fight, fought.fight.characters[0]
        assert (result.result.value, result.opponent, own.character_name) == ("win", "chicken", self.name), result
        assert fought.characters[0].xp == own.xp > 0, fought
        assert fought.characters[0].hp == own.final_hp, fought
        rested = await done(self.hero.rest())
        assert rested.character.hp == rested.character.max_hp, rested

    async def gathers_and_crafts(self):
        await self.goes_to("copper_rocks")
        for times in (1, 2):
            gathered = await done(self.hero.skills.gather())
            assert carried(gathered.character, "copper_ore") == times, gathered
        assert gathered.details.xp > 0, gathered
        bars = await done(self.client.items.get("copper_bar"))
        need = bars.craft.items[0].quantity * 7
        await done(self.client.sandbox.give_item(self.name, "copper_ore", need - 2))
        await self.goes_to("mining")
        smelted = await done(self.hero.skills.craft(code="copper_bar", quantity=7))
        assert (carried(smelted.character, "copper_ore"), carried(smelted.character, "copper_bar")) == (0, 7), smelted
        await self.goes_to("weaponcrafting")
        made = await done(self.hero.skills.craft(code="copper_dagger"))
        assert carried(made.character, "copper_dagger") == 1 and made.details.xp > 0, made

    async def wears_what_was_made(self):
        stick = await done(self.hero.equipment.unequip(slot=ItemSlot.WEAPON))
        assert stick.items[0].item.code == "wooden_stick", stick
        worn = await done(self.hero.equipment.equip(code="copper_dagger", slot=ItemSlot.WEAPON))
        assert worn.character.weapon_slot == "copper_dagger", worn
        assert worn.character.attack_air > 0, worn

    async def uses_the_bank(self):
        gift = await done(self.client.sandbox.give_gold(self.name, 500))
        assert gift.character.gold >= 500, gift
        await self.goes_to("bank")
        stick = [SimpleItemSchema(code="wooden_stick", quantity=1)]
        stored = await done(self.hero.bank.deposit_items(stick))
        assert stored.bank == stick and carried(stored.character, "wooden_stick") == 0, stored
        listed = await done(self.client.my_account.get_bank_items())
        assert listed.data == stick, listed
        back = await done(self.hero.bank.withdraw_items(stick))
        assert back.bank == [] and carried(back.character, "wooden_stick") == 1, back
        saved = await done(self.hero.bank.deposit_gold(quantity=300))
        assert saved.bank.quantity == 300, saved
        taken = await done(self.hero.bank.withdraw_gold(quantity=100))
        assert (taken.bank.quantity, taken.character.gold) == (200, saved.character.gold + 100), taken
        bank = await done(self.client.my_account.get_bank())
        assert bank.gold == 200, bank

    async def does_a_task(self):
        await self.goes_to("items")
        accepted = await done(self.hero.tasks.new())
        task = accepted.task
        assert task.type == TaskType.ITEMS and accepted.character.task_total == task.total, accepted
        await done(self.client.sandbox.give_item(self.name, task.code, task.total))
        traded = await done(self.hero.tasks.trade(code=task.code, quantity=task.total))
        assert traded.character.task_progress == task.total, traded
        rewarded = await done(self.hero.tasks.complete())
        coins = carried(rewarded.character, "tasks_coin")
        assert coins == sum(item.quantity for item in rewarded.rewards.items if item.code == "tasks_coin") > 0, rewarded
        await done(self.hero.tasks.new())
        cancelled = await done(self.hero.tasks.cancel())
        assert (cancelled.character.task, carried(cancelled.character, "tasks_coin")) == ("", coins - 1), cancelled
        await done(self.client.sandbox.give_item(self.name, "tasks_coin", 6))
        exchanged = await done(self.hero.tasks.exchange())
        assert carried(exchanged.character, "tasks_coin") == coins - 1, exchanged
        assert exchanged.rewards.items, exchanged

    async def trades_with_a_merchant(self):
        await self.goes_to("village_merchant")
        bought = await done(self.hero.trading.npc_buy(code="apple", quantity=2))
        assert bought.transaction.total_price == 2 * bought.transaction.price > 0, bought
        apples = carried(bought.character, "apple")
        sold = await done(self.hero.trading.npc_sell(code="apple", quantity=1))
        assert carried(sold.character, "apple") == apples - 1, sold

    async def sells_to_a_friend(self):
        await done(self.client.sandbox.give_item(self.name, "feather", 5))
        await self.goes_to("grand_exchange")
        offered = (await done(self.hero.ge.sell(code="feather", quantity=5, price=7))).order
        assert (offered.code, offered.quantity, offered.price) == ("feather", 5, 7), offered
        open_orders = await done(self.client.my_account.get_ge_orders())
        assert [order.id for order in open_orders.data] == [offered.id], open_orders
        await self.friend_buys(offered.id, 4)
        sold = await done(self.client.my_account.get_ge_history(code="feather"))
        assert [(sale.order_id, sale.quantity, sale.price) for sale in sold.data] == [(offered.id, 4, 7)], sold
        public = await done(self.client.grand_exchange.get_history("feather", account=self.teller))
        assert public.data[0].seller == self.teller, public
        left = await done(self.client.grand_exchange.get_order(offered.id))
        assert left.quantity == 1, left
        cancelled = await done(self.hero.ge.cancel(id=offered.id))
        assert carried(cancelled.character, "feather") >= 1, cancelled

    async def friend_buys(self, order, quantity):
        """One of the demo account's characters comes to the exchange, too."""
        place = (await done(self.friend.maps.get_all(content_code="grand_exchange"))).data[0]
        await done(self.friend.sandbox.teleport(self.buyer, place.map_id))
        await done(self.friend.sandbox.give_gold(self.buyer, 100))
        bought = await done(self.friend.character(self.buyer).ge.buy(id=order, quantity=quantity))
        assert bought.order.quantity == quantity and carried(bought.character, "feather") >= quantity, bought

    async def claims_an_achievement(self):
        await done(self.client.sandbox.give_xp(self.name, "combat", 5_000))
        # A level counts with the next fight.
        await self.goes_to("chicken")
        fought = await done(self.hero.fight())
        assert fought.characters[0].level >= 5, fought
        done_ones = await done(self.client.accounts.get_achievements(self.teller, completed=True))
        assert "no_longer_new" in [achievement.code for achievement in done_ones.data], done_ones
        pending = await done(self.client.my_account.get_pending_items())
        potions = carried(fought.characters[0], "small_health_potion")
        present = next(item for item in pending.data if item.source_id == "no_longer_new")
        claimed = await done(self.hero.claim_item(present.id))
        assert carried(claimed.character, "small_health_potion") == potions + 10, claimed
        left = await done(self.client.my_account.get_pending_items())
        assert present.id not in [item.id for item in left.data], left

    async def meets_an_event(self):
        known = await done(self.client.events.get_all())
        assert self.event in [event.code for event in known.data], known
        # Events also come by themselves, and there is no room for any number of them.
        if not (await done(self.client.events.get_all_active())).data:
            called = await done(self.client.sandbox.spawn_event(self.event))
            assert called.code == self.event, called
        active = (await done(self.client.events.get_all_active())).data
        youngest = max(active, key=lambda event: event.created_at)
        place = await done(self.client.maps.get_by_id(youngest.map.map_id))
        assert place.interactions == youngest.map.interactions != youngest.previous_map.interactions, (place, youngest)

    async def remembers_it_all(self):
        logs = await done(self.hero.get_logs(size=100))
        told = {entry.type.value for entry in logs.data}
        assert LOGGED <= told, f"not in the log: {LOGGED - told}; it has {told}"
        await done(self.client.characters.delete(self.name))
        assert await done(self.client.my_account.get_characters()) == []
