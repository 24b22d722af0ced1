-- Divides the tables that grow into partitions by shop, in a PostgreSQL database that `tuzo migrate` has just made:
--
--     psql -v ON_ERROR_STOP=1 -f deploy/partitions.sql "$TUZO_DATABASE_URL"
--
-- It refuses a database with a shop in it; `tuzo import all` fills it afterwards. Every key of these tables begins with
-- the shop, so that nothing is lost but one thing: codes are unique in their shop instead of everywhere, which is where
-- they are looked up anyway. Later releases migrate partitioned tables like whole ones.
DO $$
DECLARE
    part_count CONSTANT integer := 16;
    divided name;
    place text;
    key_name name;
    key_definition text;
    definition text;
    index_definitions text[];
    trigger_definitions text[];
BEGIN
    IF EXISTS (SELECT FROM shop) THEN
        RAISE EXCEPTION 'there are shops already: partitions are made in an empty database';
    END IF;
    DROP INDEX redemption_by_code;
    CREATE UNIQUE INDEX redemption_by_code ON redemption (shop_id, code_hash);
    FOREACH divided IN ARRAY ARRAY[
        'audit_log', 'bonus', 'entry', 'expiry_warning', 'guest_order', 'hold', 'kept_answer', 'lot', 'lot_use',
        'member', 'order_state', 'redemption', 'referral', 'spending_day', 'tier_change'
    ] LOOP
        SELECT format(' ON %I.%I ', n.nspname, c.relname) INTO STRICT place
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = divided::regclass;
        SELECT conname, pg_get_constraintdef(oid) INTO STRICT key_name, key_definition
            FROM pg_constraint WHERE conrelid = divided::regclass AND contype = 'p';
        index_definitions := ARRAY(
            SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = divided::regclass AND NOT indisprimary);
        trigger_definitions := ARRAY(
            SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = divided::regclass AND NOT tgisinternal);

        EXECUTE format(
            'CREATE TABLE parted (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE) '
            'PARTITION BY HASH (shop_id)', divided);
        EXECUTE format('DROP TABLE %I', divided);
        EXECUTE format('ALTER TABLE parted RENAME TO %I', divided);
        FOR number IN 0..part_count - 1 LOOP
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS %s, REMAINDER %s)',
                divided || '_' || number, divided, part_count, number);
        END LOOP;

        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I %s', divided, key_name, key_definition);
        FOREACH definition IN ARRAY index_definitions LOOP EXECUTE definition; END LOOP;
        FOREACH definition IN ARRAY trigger_definitions LOOP
            EXECUTE definition;
            -- Those of single rows go down to the partitions by themselves.
            CONTINUE WHEN definition LIKE '%FOR EACH ROW%';
            FOR number IN 0..part_count - 1 LOOP
                EXECUTE replace(definition, place, format(' ON %I ', divided || '_' || number));
            END LOOP;
        END LOOP;
    END LOOP;
END $$;
