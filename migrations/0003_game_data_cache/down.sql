DROP TABLE game_data_cache;
