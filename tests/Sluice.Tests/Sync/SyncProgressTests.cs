using Sluice.Runtime;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Sync;

public sealed class SyncProgressTests
{
    private const long Start = 10;

    [Test]
    public void The_position_is_safe_after_every_cut_of_every_pattern(
        [Values] TokenGranularity granularity, [Values] bool fromBeginning, [Values] SyncAnswer last)
    {
        var runs = 0;
        foreach (var events in Patterns.UpTo(6, Start, checkpoints: true, groups: granularity != TokenGranularity.PerDelta))
        {
            foreach (SyncToken? final in new SyncToken?[] { null, End(events), End(events) + 5 })
            {
                for (var cut = 0; cut <= events.Length; cut++)
                {
                    if (cut < events.Length && (events[cut].IsCheckpoint || last == SyncAnswer.Continue))
                        continue;
                    var input = fromBeginning ? SyncPosition.Beginning : SyncPosition.After(Start);
                    var expected = PositionOracle.Position(input, events, granularity, cut, last != SyncAnswer.RejectAndStop, final);
                    var actual = Simulate(input, events, granularity, cut, last, final);
                    if (actual != expected)
                        Assert.Fail($"{string.Join(' ', events)}, {granularity}, from {input}, {last} at {cut}, final {final}: {actual}, not {expected}");
                    runs++;
                }
            }
        }

        Assert.That(runs, Is.GreaterThan(last == SyncAnswer.Continue ? 150 : 400));
    }

    [Test]
    public void A_run_and_the_run_after_it_lose_nothing_and_repeat_at_most_one_group([Values(TokenGranularity.Group, TokenGranularity.PerDelta)] TokenGranularity granularity)
    {
        foreach (var events in Patterns.UpTo(6, Start, checkpoints: true, groups: granularity != TokenGranularity.PerDelta))
        {
            for (var cut = 0; cut < events.Length; cut++)
            {
                if (events[cut].IsCheckpoint)
                    continue;
                foreach (var accepted in new[] { true, false })
                {
                    var position = Simulate(SyncPosition.Beginning, events, granularity, cut, accepted ? SyncAnswer.AcceptAndStop : SyncAnswer.RejectAndStop, null);
                    var rest = position.Token is { } token ? events.Where(one => one.Token.AsInt64() > token.AsInt64()) : events;
                    var first = events.Take(accepted ? cut + 1 : cut).Where(one => !one.IsCheckpoint).ToList();
                    var second = rest.Where(one => !one.IsCheckpoint).ToList();
                    var repeated = first.Intersect(second).Select(one => one.Token).Distinct().ToList();

                    Assert.That(first.Union(second), Is.EquivalentTo(events.Where(one => !one.IsCheckpoint)), "nothing is lost");
                    Assert.That(repeated, Has.Count.LessThanOrEqualTo(1), "one group at most is repeated");
                }
            }
        }
    }

    [Test]
    public void Runs_bounded_to_one_whole_group_always_make_progress([Values(TokenGranularity.Group, TokenGranularity.PerDelta)] TokenGranularity granularity)
    {
        foreach (var events in Patterns.UpTo(6, Start, checkpoints: true, groups: granularity != TokenGranularity.PerDelta))
        {
            var position = SyncPosition.Beginning;
            for (var rest = events; Array.Exists(rest, one => !one.IsCheckpoint);)
            {
                var group = Array.Find(rest, one => !one.IsCheckpoint).Token;
                var next = Simulate(position, rest, granularity, Array.FindLastIndex(rest, one => !one.IsCheckpoint && one.Token == group), SyncAnswer.AcceptAndStop, null);

                Assert.That(next, Is.Not.EqualTo(position), $"{string.Join(' ', events)} from {position}");
                position = next;
                rest = [.. events.Where(one => one.Token.AsInt64() > position.Token!.Value.AsInt64())];
            }
        }
    }

    [TestCase("int64:5", "int32:4", TokenFault.Backwards)]
    [TestCase("int64:5", "int32:5", TokenFault.None)]
    [TestCase("int64:5", "double:5.5", TokenFault.None)]
    [TestCase("int64:5", "text:6", TokenFault.OtherKind)]
    [TestCase("text:b", "text:a", TokenFault.None)]
    [TestCase("text:b", "int64:6", TokenFault.OtherKind)]
    [TestCase("text:b", "text:in", TokenFault.Input)]
    [TestCase("bytes:AQ==", "bytes:AA==", TokenFault.None)]
    [TestCase("bytes:AQ==", "bytes:", TokenFault.Empty)]
    [TestCase("boolean:true", "boolean:false", TokenFault.None)]
    [TestCase("time:2026-02-01T08:00:00.0000000+01:00", "time:2026-02-01T07:00:00.0000000+00:00", TokenFault.None)]
    [TestCase("time:2026-02-01T08:00:00.0000000+01:00", "time:2026-02-01T07:30:00.0000000+01:00", TokenFault.Backwards)]
    public void A_token_is_held_against_the_one_before_it(string first, string second, object fault)
    {
        var input = first.StartsWith("text", StringComparison.Ordinal) ? SyncPosition.After("in") : SyncPosition.Beginning;
        var asDelta = new SyncProgress(input, TokenGranularity.Group, null);
        var asCheckpoint = new SyncProgress(input, TokenGranularity.Group, null);

        Assert.That(asDelta.Admit(SyncToken.Parse(first)), Is.EqualTo(TokenFault.None));
        Assert.That(asDelta.Admit(SyncToken.Parse(second)), Is.EqualTo(fault));
        Assert.That(asCheckpoint.Checkpoint(SyncToken.Parse(first)), Is.EqualTo(TokenFault.None));
        Assert.That(asCheckpoint.Checkpoint(SyncToken.Parse(second)), Is.EqualTo(fault is TokenFault.Input ? TokenFault.Backwards : fault));
    }

    [TestCase("int64:5", "int64:4", TokenFault.BehindInput, TokenFault.BehindInput)]
    [TestCase("int64:5", "int64:5", TokenFault.Input, TokenFault.None)]
    [TestCase("int64:5", "int32:5", TokenFault.Input, TokenFault.None)]
    [TestCase("int64:5", "int64:6", TokenFault.None, TokenFault.None)]
    [TestCase("int64:5", "text:6", TokenFault.OtherKind, TokenFault.OtherKind)]
    [TestCase("text:b", "text:b", TokenFault.Input, TokenFault.None)]
    [TestCase("text:b", "text:a", TokenFault.None, TokenFault.None)]
    [TestCase("text:b", "text:", TokenFault.Empty, TokenFault.Empty)]
    public void A_token_is_held_against_the_input(string input, string token, object fault, object checkpointFault)
    {
        foreach (var granularity in Enum.GetValues<TokenGranularity>())
        {
            var asDelta = new SyncProgress(SyncPosition.After(SyncToken.Parse(input)), granularity, null);
            var asCheckpoint = new SyncProgress(SyncPosition.After(SyncToken.Parse(input)), granularity, null);
            var expected = granularity == TokenGranularity.AtLeastOnce && fault is TokenFault.Input ? TokenFault.None : fault;

            Assert.That(asDelta.Admit(SyncToken.Parse(token)), Is.EqualTo(expected), granularity.ToString());
            Assert.That(asCheckpoint.Checkpoint(SyncToken.Parse(token)), Is.EqualTo(checkpointFault), granularity.ToString());
        }
    }

    [Test]
    public void A_codec_that_declares_an_order_is_held_to_it()
    {
        var progress = new SyncProgress(SyncPosition.After(SyncToken.From(new Revision(9))), TokenGranularity.Group, SyncTokenOrder.Of<Revision>());

        // As texts, "10" would come before "9".
        Assert.That(progress.Admit(SyncToken.From(new Revision(8))), Is.EqualTo(TokenFault.BehindInput));
        Assert.That(progress.Admit(SyncToken.From(new Revision(10))), Is.EqualTo(TokenFault.None));
        Assert.That(progress.Admit(SyncToken.From(new Revision(9))), Is.EqualTo(TokenFault.Input));
        Assert.That(progress.Checkpoint(SyncToken.From(new Revision(7))), Is.EqualTo(TokenFault.Backwards));
    }

    [Test]
    public void Equal_neighbours_are_refused_only_where_each_delta_has_a_token_of_its_own([Values] TokenGranularity granularity)
    {
        var progress = new SyncProgress(SyncPosition.Beginning, granularity, null);
        progress.Admit(1L);
        progress.Acknowledge();

        Assert.That(progress.Admit(1L), Is.EqualTo(granularity == TokenGranularity.PerDelta ? TokenFault.Repeated : TokenFault.None));
    }

    [Test]
    public void A_delta_with_the_token_of_the_checkpoint_before_it_is_refused([Values(TokenGranularity.Group, TokenGranularity.PerDelta)] TokenGranularity granularity)
    {
        var progress = new SyncProgress(SyncPosition.Beginning, granularity, null);
        progress.Checkpoint(1L);

        Assert.That(progress.Admit(1L), Is.EqualTo(TokenFault.Repeated));
    }

    [Test]
    public void Equal_times_of_two_offsets_and_equal_numbers_of_two_widths_are_one_group()
    {
        foreach (var (left, right) in new (SyncToken, SyncToken)[]
        {
            (new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 2, 1, 7, 0, 0, TimeSpan.Zero)),
            (7L, 7),
            (7L, 7.0),
        })
        {
            var progress = new SyncProgress(SyncPosition.Beginning, TokenGranularity.Group, null);
            progress.Admit(left);
            progress.Acknowledge();
            progress.Admit(right);

            Assert.That(progress.Position, Is.EqualTo(SyncPosition.Beginning), $"{left} and {right}");
        }
    }

    [Test]
    public void A_frozen_position_moves_only_at_the_end()
    {
        var progress = new SyncProgress(SyncPosition.After(1L), TokenGranularity.PerDelta, null);
        progress.Admit(2L);
        progress.Acknowledge();
        progress.Freeze();
        progress.Admit(3L);
        progress.Acknowledge();
        progress.Checkpoint(4L);

        Assert.That(progress.Position, Is.EqualTo(SyncPosition.After(2L)));
        progress.Drain();
        Assert.That(progress.Position, Is.EqualTo(SyncPosition.After(4L)));
    }

    private static long End(Change[] events) => events.Length == 0 ? Start : events[^1].Token.AsInt64();

    /// <summary>Drives the core as a session does.</summary>
    private static SyncPosition Simulate(SyncPosition input, Change[] events, TokenGranularity granularity, int cut, SyncAnswer last, SyncToken? final)
    {
        var progress = new SyncProgress(input, granularity, null);
        for (var i = 0; i < events.Length; i++)
        {
            var one = events[i];
            Assert.That(one.IsCheckpoint ? progress.Checkpoint(one.Token) : progress.Admit(one.Token), Is.EqualTo(TokenFault.None));
            if (i > cut)
                return progress.Position;
            if (one.IsCheckpoint || (i == cut && last == SyncAnswer.RejectAndStop))
            {
                if (i == cut)
                    return progress.Position;
                continue;
            }

            progress.Acknowledge();
            if (i == cut && progress.IsClosed)
                return progress.Position;
        }

        if (final is { } told)
            progress.Checkpoint(told);
        progress.Drain();
        return progress.Position;
    }

    private readonly record struct Revision(int Number) : ISyncTokenCodec<Revision>, IComparable<Revision>
    {
        public static string Encode(Revision value) => "r" + value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public static Revision Decode(string text) => new(int.Parse(text.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture));

        public int CompareTo(Revision other) => Number.CompareTo(other.Number);
    }
}
