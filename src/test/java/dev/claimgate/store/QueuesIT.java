package dev.claimgate.store;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.store.Queues.Length;
import dev.claimgate.store.Queues.Queue;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueuesIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private Pool pool;

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
    }

    @AfterEach
    void close() {
        await(pool.close());
    }

    @Test
    void shouldTellHowManyFilesWaitAndHowLongTheOldestDoes() {
        receive(NOON);
        receive(NOON.plusSeconds(20));
        Map<Queue, Length> lengths = await(new Queues(pool, at(NOON.plusSeconds(60))).lengths());
        assertThat(lengths).containsOnlyKeys(Queue.values()).containsEntry(Queue.FILES, new Length(2, Duration.ofMinutes(1)))
                .containsEntry(Queue.CLAIMS, Length.NONE).containsEntry(Queue.REPLIES, Length.NONE);
    }

    @Test
    void shouldTellOfPayersAnswersThatWait() {
        await(new PayerReplies(pool, at(NOON)).keep("evergreen", Buffer.buffer("ISA")));
        assertThat(await(new Queues(pool, at(NOON.plusSeconds(5))).lengths()))
                .containsEntry(Queue.REPLIES, new Length(1, Duration.ofSeconds(5)));
    }

    private void receive(Instant at) {
        Submissions submissions = new Submissions(pool, at(at));
        await(submissions.receive(submissions.newId(), "north", Channel.HTTP, Buffer.buffer("ISA")));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
