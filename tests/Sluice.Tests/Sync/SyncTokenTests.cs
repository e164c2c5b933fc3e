using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice.Runtime;

namespace Sluice.Tests.Sync;

internal sealed class SyncTokenTests
{
    private static readonly DateTimeOffset Winter = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromMinutes(-570)).AddTicks(1234567);

    private static readonly (SyncToken Token, SyncTokenKind Kind, string Text)[] Known =
    [
        ("a7", SyncTokenKind.String, "text:a7"),
        ("", SyncTokenKind.String, "text:"),
        ("a:b;c=d%\n\ud83d\ude00e\u0301\u0000\ud800", SyncTokenKind.String, "text:a:b;c=d%\n\ud83d\ude00e\u0301\u0000\ud800"),
        (0, SyncTokenKind.Int32, "int32:0"),
        (int.MinValue, SyncTokenKind.Int32, "int32:-2147483648"),
        (long.MaxValue, SyncTokenKind.Int64, "int64:9223372036854775807"),
        (long.MinValue, SyncTokenKind.Int64, "int64:-9223372036854775808"),
        (9007199254740993L, SyncTokenKind.Int64, "int64:9007199254740993"),
        (-1.5, SyncTokenKind.Double, "double:-1.5"),
        (0.1 + 0.2, SyncTokenKind.Double, "double:0.30000000000000004"),
        (double.MaxValue, SyncTokenKind.Double, "double:1.7976931348623157E+308"),
        (double.Epsilon, SyncTokenKind.Double, "double:5E-324"),
        (-0.0, SyncTokenKind.Double, "double:-0"),
        (double.NegativeInfinity, SyncTokenKind.Double, "double:-Infinity"),
        (true, SyncTokenKind.Boolean, "boolean:true"),
        (false, SyncTokenKind.Boolean, "boolean:false"),
        (new byte[] { 0, 255, 128 }, SyncTokenKind.Bytes, "bytes:AP+A"),
        (Array.Empty<byte>(), SyncTokenKind.Bytes, "bytes:"),
        (Winter, SyncTokenKind.DateTimeOffset, "time:2026-01-31T08:00:00.1234567-09:30"),
        (DateTimeOffset.MinValue, SyncTokenKind.DateTimeOffset, "time:0001-01-01T00:00:00.0000000+00:00"),
        (DateTimeOffset.MaxValue, SyncTokenKind.DateTimeOffset, "time:9999-12-31T23:59:59.9999999+00:00"),
        (new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(14)), SyncTokenKind.DateTimeOffset, "time:2026-01-31T08:00:00.0000000+14:00"),
    ];

    [Test]
    public void Text_is_the_same_in_every_culture_and_comes_back_exactly([Values("", "fi-FI", "tr-TR", "ar-SA", "th-TH", "fa-IR")] string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach (var (token, kind, text) in Known)
            {
                var read = SyncToken.Parse(text);

                Assert.That((token.Kind, token.ToString()), Is.EqualTo((kind, text)));
                Assert.That((read.Kind, read.ToString()), Is.EqualTo((kind, text)));
                Assert.That(read == token && read.Equals((object)token) && read.GetHashCode() == token.GetHashCode(), text);
                Assert.That(SyncPosition.Parse(SyncPosition.After(token).ToString()), Is.EqualTo(SyncPosition.After(token)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestCase("")]
    [TestCase("42")]
    [TestCase("long:42")]
    [TestCase("INT64:42")]
    [TestCase("int64:")]
    [TestCase("int64: 42")]
    [TestCase("int64:1,000")]
    [TestCase("int64:9223372036854775808")]
    [TestCase("int32:2147483648")]
    [TestCase("double:NaN")]
    [TestCase("double:1,5")]
    [TestCase("boolean:True")]
    [TestCase("bytes:?")]
    [TestCase("time:2026-01-31")]
    [TestCase("time:31.01.2026 08:00:00 +01:00")]
    public void Other_texts_are_refused(string text)
    {
        Assert.That(SyncToken.TryParse(text, out var token), Is.False);
        Assert.That(token.IsDefault);
        Assert.Throws<FormatException>(() => SyncToken.Parse(text));
        Assert.Throws<FormatException>(() => SyncPosition.Parse("after:" + text));
    }

    [TestCase("nowhere")]
    [TestCase("")]
    [TestCase("None")]
    public void Other_positions_are_refused(string text) => Assert.Throws<FormatException>(() => SyncPosition.Parse(text));

    [Test]
    public void Positions_without_a_token_are_two_different_things()
    {
        Assert.That((SyncPosition.None.ToString(), SyncPosition.Beginning.ToString()), Is.EqualTo(("none", "beginning")));
        Assert.That((SyncPosition.Parse("none"), SyncPosition.Parse("beginning")), Is.EqualTo((SyncPosition.None, SyncPosition.Beginning)));
        Assert.That(SyncPosition.None, Is.Not.EqualTo(SyncPosition.Beginning));
        Assert.That((SyncPosition.Beginning.Token, SyncPosition.None.Token), Is.EqualTo(((SyncToken?)null, (SyncToken?)null)));
    }

    [Test]
    public void Tokens_are_equal_in_type_and_value_only()
    {
        for (var i = 0; i < Known.Length; i++)
        {
            for (var j = 0; j < Known.Length; j++)
                Assert.That(Known[i].Token == Known[j].Token, Is.EqualTo(i == j), $"{Known[i].Text} and {Known[j].Text}");
        }

        Assert.That((SyncToken)1L, Is.Not.EqualTo((SyncToken)1));
        Assert.That(default(SyncToken).GetHashCode(), Is.Zero);
        Assert.That((SyncToken)new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)), Is.Not.EqualTo((SyncToken)new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), "the offset is kept");
    }

    [TestCase("int64:1", "int64:2", -1)]
    [TestCase("int64:9223372036854775807", "int64:-9223372036854775808", 1)]
    [TestCase("int64:9007199254740993", "int64:9007199254740992", 1)]
    [TestCase("int32:1", "int64:1", 0)]
    [TestCase("int32:-1", "int64:0", -1)]
    [TestCase("double:1.5", "int64:1", 1)]
    [TestCase("double:-1.5", "double:-2.5", 1)]
    [TestCase("time:2026-01-31T08:00:00.0000000+01:00", "time:2026-01-31T07:00:00.0000001+00:00", -1)]
    [TestCase("time:2026-01-31T08:00:00.0000000+01:00", "time:2026-01-31T07:00:00.0000000+00:00", 0)]
    [TestCase("text:1", "text:2", null)]
    [TestCase("boolean:true", "boolean:false", null)]
    [TestCase("bytes:AA==", "bytes:AQ==", null)]
    [TestCase("int64:1", "text:2", null)]
    [TestCase("int64:1", "time:2026-01-31T07:00:00.0000000+00:00", null)]
    public void Order_exists_among_numbers_and_among_times(string left, string right, int? expected)
    {
        Assert.That(SyncToken.TryCompare(SyncToken.Parse(left), SyncToken.Parse(right), out var order), Is.EqualTo(expected is not null));
        Assert.That(Math.Sign(order), Is.EqualTo(expected ?? 0));
        Assert.That(SyncToken.TryCompare(SyncToken.Parse(right), SyncToken.Parse(left), out order), Is.EqualTo(expected is not null));
        Assert.That(Math.Sign(order), Is.EqualTo(-(expected ?? 0)));
    }

    [Test]
    public void A_token_is_sixteen_bytes_and_numbers_and_times_are_not_boxed()
    {
        Assert.That(Unsafe.SizeOf<SyncToken>(), Is.EqualTo(16));
        _ = (SyncToken)Winter;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0L;
        for (var i = 0; i < 100; i++)
        {
            SyncToken number = (long)i;
            SyncToken time = Winter.AddTicks(i);
            sum += number.AsInt64() + time.AsDateTimeOffset().Ticks + number.GetHashCode() + time.GetHashCode() + (number == time ? 1 : 0);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sum, Is.Not.Zero);
    }

    [Test]
    public void Bytes_are_copied()
    {
        byte[] bytes = [1, 2];
        SyncToken token = bytes;
        bytes[0] = 9;
        TokenParameter.Bytes(token)![1] = 9;

        Assert.That(token.AsBytes().ToArray(), Is.EqualTo(new byte[] { 1, 2 }));
    }

    [Test]
    public void What_is_no_token_cannot_be_made_or_read_as_another_type()
    {
        Assert.Throws<ArgumentException>(() => _ = (SyncToken)double.NaN);
        Assert.Throws<ArgumentNullException>(() => _ = (SyncToken)(string)null!);
        Assert.Throws<ArgumentNullException>(() => _ = (SyncToken)(byte[])null!);
        Assert.Throws<ArgumentNullException>(() => SyncToken.From<Codec>(null!));
        SyncToken token = 1L;
        foreach (var read in new Action[] { () => token.AsInt32(), () => token.AsDouble(), () => token.AsBoolean(), () => token.AsString(), () => token.AsBytes(), () => token.AsDateTimeOffset(), () => ((SyncToken)1).AsInt64() })
            Assert.Throws<InvalidOperationException>(() => read());
    }

    private static IEnumerable<TestCaseData> Parameters()
    {
        // The wanted type, what is given, and what the connector gets (null: refused).
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.String(token)), new object?[,] { { "text:a", "a" }, { "int64:1", null }, { "bytes:AA==", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.Int64(token)), new object?[,]
        {
            { "int64:9223372036854775807", long.MaxValue }, { "int32:7", 7L }, { "double:7", 7L }, { "double:9007199254740991", 9007199254740991L },
            { "double:7.5", null }, { "double:9007199254740992", null }, { "double:1E300", null }, { "double:Infinity", null }, { "text:7", null }, { "boolean:true", null },
        });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.Int32(token)), new object?[,] { { "int32:-7", -7 }, { "int64:7", 7 }, { "double:7", 7 }, { "int64:2147483648", null }, { "int64:-2147483649", null }, { "text:7", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.Double(token)), new object?[,] { { "double:7.5", 7.5 }, { "int32:7", 7.0 }, { "int64:7", 7.0 }, { "int64:9007199254740993", null }, { "text:7", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.Boolean(token)), new object?[,] { { "boolean:true", true }, { "int32:1", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.Bytes(token)), new object?[,] { { "bytes:AQ==", new byte[] { 1 } }, { "text:AQ==", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.DateTimeOffset(token)), new object?[,] { { "time:2026-01-31T08:00:00.1234567-09:30", Winter }, { "int64:1", null }, { "text:2026-01-31", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.Codec<Codec>(token)?.Number), new object?[,] { { "text:c7", 7 }, { "text:x", null }, { "text:c99999999999", null }, { "text:", null }, { "int64:7", null } });
        yield return new(new Func<SyncToken?, object?>(token => TokenParameter.CodecValue<ValueCodec>(token)?.Number), new object?[,] { { "text:7", 7 }, { "text:x", null } });
    }

    [TestCaseSource(nameof(Parameters))]
    public void A_token_parameter_takes_neighbouring_numbers_and_refuses_other_types(Func<SyncToken?, object?> convert, object?[,] table)
    {
        Assert.That(convert(null), Is.Null, "from the beginning");
        for (var i = 0; i < table.GetLength(0); i++)
        {
            var token = SyncToken.Parse((string)table[i, 0]!);
            if (table[i, 1] is { } expected)
            {
                Assert.That(convert(token), Is.EqualTo(expected), token.ToString());
                continue;
            }

            var refused = Assert.Throws<InvalidSyncTokenException>(() => convert(token), token.ToString())!;
            Assert.That((refused.LawId, refused.Token), Is.EqualTo(("SLC210", (SyncToken?)token)));
            Assert.That(refused.Message, Does.Contain(token.Kind.ToString()));
        }
    }

    private sealed record Codec(int Number) : ISyncTokenCodec<Codec>
    {
        public static string Encode(Codec value) => "c" + value.Number.ToString(CultureInfo.InvariantCulture);

        public static Codec Decode(string text) => text.StartsWith('c') ? new(int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)) : throw new FormatException("not mine");
    }

    private readonly record struct ValueCodec(int Number) : ISyncTokenCodec<ValueCodec>
    {
        public static string Encode(ValueCodec value) => value.Number.ToString(CultureInfo.InvariantCulture);

        public static ValueCodec Decode(string text) => new(int.Parse(text, CultureInfo.InvariantCulture));
    }
}
