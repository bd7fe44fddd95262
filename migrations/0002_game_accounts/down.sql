DROP TABLE game_accounts;
