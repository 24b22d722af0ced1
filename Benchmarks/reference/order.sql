-- One delivered order on PostgreSQL as one statement, on the server's own tables: what the C loop does on SQLite.
-- The statements and their order are those of statements.h, and the decision between them is as trivial.
CREATE FUNCTION record_order(n BIGINT, members BIGINT, shops BIGINT) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
    the_points CONSTANT BIGINT := 19;
    the_total CONSTANT BIGINT := 1999;
    stride CONSTANT BIGINT := 7919;  -- of the load generator
    number CONSTANT BIGINT := n * stride % members;
    the_shop CONSTANT TEXT := CASE WHEN shops = 1 THEN 'bench' ELSE 's' || number % shops END;
    the_order CONSTANT TEXT := 'o' || n;
    the_customer CONSTANT TEXT := 'm' || number;
    the_name CONSTANT TEXT := 'Member ' || number;
    the_description CONSTANT TEXT := 'Order o' || n;
    now_at CONSTANT BIGINT := floor(extract(epoch FROM clock_timestamp()) * 1000);
    today CONSTANT BIGINT := now_at / 86400000;
    due CONSTANT BIGINT := today + 335;  -- expiry after 365 days, warning 30 before
    held member%ROWTYPE;
    is_new BOOLEAN;
    chain BYTEA;
    closed BIGINT;
    spent NUMERIC;
BEGIN
    IF EXISTS (SELECT 1 FROM order_state WHERE shop_id = the_shop AND order_id = the_order)
        OR EXISTS (SELECT 1 FROM guest_order WHERE shop_id = the_shop AND order_id = the_order)
    THEN RAISE EXCEPTION 'the order exists: %', the_order; END IF;
    SELECT * INTO held FROM member WHERE shop_id = the_shop AND customer_id = the_customer FOR UPDATE;
    is_new := NOT FOUND;
    IF is_new THEN
        held.sequence := 0; held.balance_points := 0; held.held_points := 0; held.earned_points := 0;
        held.redeemed_points := 0; held.expired_points := 0; held.order_count := 0; held.tier_change_count := 0;
        held.due_on := due;
        held.referral_code := upper(substr(md5(the_shop || the_customer), 1, 8));
        PERFORM 1 FROM member WHERE shop_id = the_shop AND referral_code = held.referral_code;
    ELSE
        SELECT SUM(amount) INTO spent FROM spending_day WHERE shop_id = the_shop AND customer_id = the_customer;
    END IF;
    held.sequence := held.sequence + 1;
    held.balance_points := held.balance_points + the_points;
    held.earned_points := held.earned_points + the_points;
    held.order_count := held.order_count + 1;
    held.due_on := LEAST(held.due_on, due);
    INSERT INTO customer (customer_id, name, folded_name) VALUES (the_customer, the_name, the_name)
    ON CONFLICT (customer_id) DO UPDATE SET name = excluded.name, folded_name = excluded.folded_name;
    INSERT INTO order_state (shop_id, order_id, customer_id, status, revision, total_amount, shipping_amount,
        tax_amount, refunded_amount, placed_at, updated_at, terms_version, terms_tier_key, terms_multiplier,
        posted_points, shortfall_points, spending_amount, spending_on, is_counted)
    VALUES (the_shop, the_order, the_customer, 'delivered', 1, the_total, 0, 0, 0, now_at, now_at, 1, 'bronze', 10000,
        the_points, 0, the_total, today, 1)
    ON CONFLICT (shop_id, order_id) DO UPDATE SET status = excluded.status, revision = excluded.revision;
    SELECT (SELECT hash FROM entry
            WHERE shop_id = the_shop AND customer_id = the_customer AND sequence = held.sequence - 1),
        (SELECT closed_before_at FROM shop_upkeep WHERE shop_id = the_shop) INTO chain, closed;
    INSERT INTO entry (shop_id, customer_id, sequence, kind, points, balance_after, reference, description, actor,
        occurred_at, occurred_on, recorded_at, program_version, basis_amount, hash)
    VALUES (the_shop, the_customer, held.sequence, 'earned_purchase', the_points, held.balance_points, the_order,
        the_description, 'platform', now_at, today, now_at, 1, the_total,
        sha256(COALESCE(chain, decode(repeat('00', 32), 'hex')) || convert_to(concat_ws(',', the_shop, the_customer,
            held.sequence, 'earned_purchase', the_points, held.balance_points, the_order, the_description, 'platform',
            now_at, now_at, 1), 'UTF8')));
    INSERT INTO lot (shop_id, customer_id, sequence, order_id, earned_at, available_at, expires_on, points,
        remaining_points)
    VALUES (the_shop, the_customer, held.sequence, the_order, now_at, now_at, today + 365, the_points, the_points);
    INSERT INTO spending_day (shop_id, customer_id, spent_on, amount)
    VALUES (the_shop, the_customer, today, the_total)
    ON CONFLICT (shop_id, customer_id, spent_on) DO UPDATE SET amount = spending_day.amount + excluded.amount;
    IF is_new THEN
        INSERT INTO member (shop_id, customer_id, joined_at, joined_on, referral_code, tier_key, sequence,
            balance_points, held_points, earned_points, redeemed_points, expired_points, order_count,
            tier_change_count, last_activity_at, due_on)
        VALUES (the_shop, the_customer, now_at, today, held.referral_code, 'bronze', held.sequence,
            held.balance_points, held.held_points, held.earned_points, held.redeemed_points, held.expired_points,
            held.order_count, held.tier_change_count, now_at, held.due_on);
        INSERT INTO tier_count (shop_id, tier_key, member_count) VALUES (the_shop, 'bronze', 1)
        ON CONFLICT (shop_id, tier_key) DO UPDATE SET member_count = tier_count.member_count + excluded.member_count;
    ELSE
        UPDATE member SET tier_key = 'bronze', sequence = held.sequence, balance_points = held.balance_points,
            earned_points = held.earned_points, order_count = held.order_count, last_activity_at = now_at,
            due_on = held.due_on
        WHERE shop_id = the_shop AND customer_id = the_customer;
    END IF;
    -- Last, because all orders of a shop meet in this row, and wait here for the commit of the one before.
    INSERT INTO shop_day (shop_id, booked_on, earned_points, redeemed_points, expired_points, adjusted_points,
        reversed_points, returned_points)
    VALUES (the_shop, today, the_points, 0, 0, 0, 0, 0)
    ON CONFLICT (shop_id, booked_on) DO UPDATE SET earned_points = shop_day.earned_points + excluded.earned_points;
    RETURN held.balance_points;
END
$$;
