using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Tests.Json;

public class ConnectorJsonTests
{
    private static readonly ConnectorJson Plain = ConnectorJson.Default;

    private static ConnectorObjectBuilder Ada => ConnectorObject.Build(ObjectClass.Account, "1", "ada");

    private static readonly (object? Value, string Json)[] Values =
    [
        (null, "null"),
        ("text", "\"text\""),
        ("", "\"\""),
        (true, "true"),
        (-5, "{\"int32\":\"-5\"}"),
        (9007199254740993L, "{\"int64\":\"9007199254740993\"}"),
        (long.MinValue, "{\"int64\":\"-9223372036854775808\"}"),
        (1.10m, "{\"decimal\":\"1.10\"}"),
        (decimal.MaxValue, "{\"decimal\":\"79228162514264337593543950335\"}"),
        (0.1, "{\"double\":\"0.1\"}"),
        (-0.0, "{\"double\":\"-0\"}"),
        (double.NaN, "{\"double\":\"NaN\"}"),
        (double.NegativeInfinity, "{\"double\":\"-Infinity\"}"),
        (double.Epsilon, "{\"double\":\"5E-324\"}"),
        (new DateTimeOffset(2026, 3, 29, 2, 30, 0, TimeSpan.FromMinutes(330)).AddTicks(7), "{\"dateTimeOffset\":\"2026-03-29T02:30:00.0000007\\u002B05:30\"}"),
        (new DateTimeOffset(2026, 3, 29, 2, 30, 0, TimeSpan.FromMinutes(-150)), "{\"dateTimeOffset\":\"2026-03-29T02:30:00.0000000-02:30\"}"),
        (new DateOnly(2024, 2, 29), "{\"date\":\"2024-02-29\"}"),
        (new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), "{\"guid\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}"),
        (new byte[] { 0, 255, 254 }, "{\"bytes\":\"AP/\\u002B\"}"),
        ("e\u0301\u0323", "\"e\\u0301\\u0323\""),
        ("\uFEFF\0\n", "\"\\uFEFF\\u0000\\n\""),
        ("\U0001F600", "\"\\uD83D\\uDE00\""),
        ("\uD83D", "{\"utf16\":\"Pdg=\"}"),
        (Array.Empty<string>(), "[]"),
        (new object[] { "a", 1, new byte[] { 1 } }, "[\"a\",{\"int32\":\"1\"},{\"bytes\":\"AQ==\"}]"),
    ];

    private static IEnumerable<TestCaseData> ValueCases => Values.Select(row => new TestCaseData(row.Value, row.Json).SetArgDisplayNames(row.Json));

    [TestCaseSource(nameof(ValueCases))]
    [SetCulture("tr-TR")]
    public void Values_are_exact_and_canonical(object? value, string json)
    {
        var written = Ada.Set("x", value).Build();
        var text = Plain.Serialize(written);
        Assert.That(text, Is.EqualTo($$$"""{"objectClass":"__ACCOUNT__","attributes":{"__UID__":"1","__NAME__":"ada","x":{{{json}}}}}"""));
        Assert.That(Plain.Deserialize<ConnectorObject>(text), Is.EqualTo(written));
    }

    [Test]
    public void Absent_null_and_empty_stay_apart()
    {
        foreach (var written in new[] { Ada.Build(), Ada.Set("x", null).Build(), Ada.SetValues("x", Array.Empty<int>()).Build() })
        {
            var read = Plain.Deserialize<ConnectorObject>(Plain.Serialize(written));
            Assert.That(read, Is.EqualTo(written));
            Assert.That(read.Has("x"), Is.EqualTo(written.Has("x")));
        }
    }

    [Test]
    public void Equal_objects_give_equal_text_whatever_their_shape()
    {
        var shape = new ObjectShape(ObjectClass.Account, ["b", "__NAME__", "missing", "a", "__UID__"]);
        var shaped = ConnectorObject.Build(shape, "1", "ada").Set("b", 1).Set("a", 2).Build();
        var free = Ada.Set("a", 2).Set("b", 1).Build();
        Assert.That(shaped, Is.EqualTo(free));
        Assert.That(Plain.Serialize(shaped), Is.EqualTo(Plain.Serialize(free)));
    }

    [Test]
    public void Random_objects_round_trip([Values(1, 2, 3, 4)] int seed)
    {
        var random = new RandomValues(seed);
        for (var i = 0; i < 500; i++)
        {
            var written = random.Object();
            var text = Plain.Serialize(written);
            var read = Plain.Deserialize<ConnectorObject>(text);
            Assert.That(read, Is.EqualTo(written), text);
            Assert.That(Plain.Serialize(read), Is.EqualTo(text));
        }
    }

    [Test]
    public void A_secret_is_refused_without_a_protector()
    {
        var secret = GuardedString.FromString("hush");
        var person = Ada.Set(AttributeNames.Password, secret).Build();
        Assert.That(() => Plain.Serialize(person), Throws.InstanceOf<JsonException>().With.Message.Not.Contains("hush"));
        Assert.That(() => Plain.Serialize(secret), Throws.InstanceOf<JsonException>());
        Assert.That(() => Plain.Serialize(ObjectPatch.Build().Set(AttributeNames.Password, secret).Build()), Throws.InstanceOf<JsonException>());
        Assert.That(() => Plain.Serialize(SyncDelta.Create(1L, person)), Throws.InstanceOf<JsonException>());
        Assert.That(() => JsonSerializer.Serialize(secret), Throws.InstanceOf<JsonException>(), "any serializer, not only ours");
        Assert.That(() => JsonSerializer.Serialize(new { Password = secret }), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void A_secret_passes_through_its_protector()
    {
        var json = new ConnectorJson(new Reversing());
        var person = Ada.Set(AttributeNames.Password, GuardedString.FromString("hush")).Build();
        var text = json.Serialize(person);
        Assert.That(text, Does.Contain("\"__PASSWORD__\":{\"secret\":\"hsuh\"}"));
        Assert.That(json.Deserialize<ConnectorObject>(text), Is.EqualTo(person));
        Assert.That(() => Plain.Deserialize<ConnectorObject>(text), Throws.InstanceOf<JsonException>());
    }

    private static readonly SyncToken[] Tokens =
    [
        "abc", "", "a:b", "e\u0301", "\uDC00", 5, long.MaxValue, -1L, 0.1, -0.0, true, false, new byte[] { 1, 2 }, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-9)),
    ];

    [TestCaseSource(nameof(Tokens))]
    public void Tokens_positions_and_deltas_round_trip(SyncToken token)
    {
        Assert.That(Plain.Deserialize<SyncToken>(Plain.Serialize(token)), Is.EqualTo(token));
        Assert.That(Plain.Deserialize<SyncPosition>(Plain.Serialize(SyncPosition.After(token))), Is.EqualTo(SyncPosition.After(token)));
        foreach (var delta in new[]
        {
            SyncDelta.Create(token, Ada.Build()), SyncDelta.Update(token, Ada.Set("a", 1).Build(), "0"), SyncDelta.CreateOrUpdate(token, Ada.Build()),
            SyncDelta.Delete(token, ObjectClass.Group, "9"),
        })
        {
            var text = Plain.Serialize(delta);
            var read = Plain.Deserialize<SyncDelta>(text);
            Assert.That(
                (read.Token, read.Type, read.ObjectClass, read.Uid, read.PreviousUid, read.Object),
                Is.EqualTo((delta.Token, delta.Type, delta.ObjectClass, delta.Uid, delta.PreviousUid, delta.Object)));
            Assert.That(Plain.Serialize(read), Is.EqualTo(text));
        }
    }

    [Test]
    public void Positions_without_a_token_round_trip()
    {
        Assert.That(Plain.Serialize(SyncPosition.None), Is.EqualTo("\"none\""));
        Assert.That(Plain.Deserialize<SyncPosition>("\"beginning\""), Is.EqualTo(SyncPosition.Beginning));
        Assert.That(() => Plain.Serialize(default(SyncToken)), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void A_delete_reads_like_this() =>
        Assert.That(
            Plain.Serialize(SyncDelta.Delete(42L, ObjectClass.Account, "7")),
            Is.EqualTo("""{"token":"int64:42","type":"delete","objectClass":"__ACCOUNT__","uid":"7"}"""));

    private static readonly Filter[] Filters =
    [
        Filter.Equal("a", 9007199254740993L), Filter.Contains("a", "b"), Filter.StartsWith("a", "\uD800"), Filter.EndsWith("a", "b"),
        Filter.GreaterThan("a", 1.10m), Filter.GreaterThanOrEqual("a", DateTimeOffset.UnixEpoch), Filter.LessThan("a", true), Filter.LessThanOrEqual("a", new byte[] { 1 }),
        Filter.ContainsAll("a", "b", 1), Filter.Present("a"), Filter.Present("a") & (Filter.Present("b") | !Filter.Present("c")),
    ];

    [TestCaseSource(nameof(Filters))]
    public void Filters_round_trip(Filter filter)
    {
        var text = Plain.Serialize(filter);
        var read = Plain.Deserialize<Filter>(text);
        Assert.That(read.GetType(), Is.EqualTo(filter.GetType()));
        Assert.That(Plain.Serialize(read), Is.EqualTo(text));
    }

    [Test]
    public void A_filter_reads_like_this() =>
        Assert.That(
            Plain.Serialize(Filter.Equal("age", 5) & !Filter.Present("b")),
            Is.EqualTo("""{"and":[{"equals":{"attribute":"age","value":{"int32":"5"}}},{"not":{"present":"b"}}]}"""));

    [Test]
    public void A_patch_round_trips()
    {
        var patch = ObjectPatch.Build().Set("a", 1.10m).Set("b", Array.Empty<string>()).AddValues("c", [1]).RemoveValues("c", [2]).RemoveValues("d", ["x"]).Clear("e").Build();
        var text = Plain.Serialize(patch);
        Assert.That(text, Is.EqualTo("""{"changes":[{"set":"a","value":{"decimal":"1.10"}},{"set":"b","value":[]},{"modify":"c","add":[{"int32":"1"}],"remove":[{"int32":"2"}]},{"modify":"d","remove":["x"]},{"clear":"e"}]}"""));
        Assert.That(Plain.Serialize(Plain.Deserialize<ObjectPatch>(text)), Is.EqualTo(text));
    }

    [Test]
    public void A_schema_round_trips()
    {
        var attributes = Enum.GetValues<AttributeType>().Select(type => new ObjectAttributeInfo($"a{type}", type, (AttributeTraits)((int)type * 5 % 64), $"holds {type}"));
        var schema = new ConnectorSchema(
        [
            new(ObjectClass.Account, [new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required), .. attributes], "people"),
            new(new ObjectClass("printer"), [new(AttributeNames.Name, AttributeType.String), new("state", AttributeType.String, allowedValues: ["on", "off"])]),
        ]);
        var text = Plain.Serialize(schema);
        var read = Plain.Deserialize<ConnectorSchema>(text);
        Assert.That(Plain.Serialize(read), Is.EqualTo(text));
        Assert.That(read.Classes[1].Find("state")!.AllowedValues, Is.EqualTo(new[] { "on", "off" }));
        foreach (var attribute in schema.Classes[0].Attributes)
        {
            var other = read.Find(ObjectClass.Account)!.Find(attribute.Name)!;
            Assert.That((other.Type, other.Traits, other.Description), Is.EqualTo((attribute.Type, attribute.Traits, attribute.Description)));
        }
    }

    [Test]
    public void Identities_are_plain_texts()
    {
        Assert.That(Plain.Serialize(new Uid("1")), Is.EqualTo("\"1\""));
        Assert.That(Plain.Deserialize<Name>("\"ada\""), Is.EqualTo(new Name("ada")));
        Assert.That(Plain.Deserialize<ObjectClass>("\"__ACCOUNT__\""), Is.SameAs(ObjectClass.Account));
    }

    [Test]
    public void The_types_fit_into_a_serializer_context_of_a_user()
    {
        var message = new Message("m1", Ada.Set("a", 1L).Build(), "7", Filter.Present("a"));
        var text = JsonSerializer.Serialize(message, MessageContext.Default.Message);
        Assert.That(text, Does.Contain("\"Uid\":\"7\"").And.Contain("{\"int64\":\"1\"}"));
        Assert.That(JsonSerializer.Deserialize(text, MessageContext.Default.Message)!.Object, Is.EqualTo(message.Object));
    }

    private static readonly (Type Type, string Json)[] Broken =
    [
        (typeof(ConnectorObject), "null"),
        (typeof(ConnectorObject), "[]"),
        (typeof(ConnectorObject), """{"objectClass":"a"}"""),
        (typeof(ConnectorObject), """{"attributes":{"__UID__":"1","__NAME__":"a"}}"""),
        (typeof(ConnectorObject), """{"objectClass":"__ALL__","attributes":{"__UID__":"1","__NAME__":"a"}}"""),
        (typeof(ConnectorObject), """{"objectClass":"a","attributes":{"__UID__":"1"}}"""),
        (typeof(ConnectorObject), """{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a","__uid__":"2"}}"""),
        (typeof(ConnectorObject), """{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a","x":1,"X":2}}"""),
        (typeof(ConnectorObject), """{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a"},"extra":1}"""),
        (typeof(ConnectorObject), """{"objectClass":"a","objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a"}}"""),
        (typeof(ConnectorObject), Attribute("5")),
        (typeof(ConnectorObject), Attribute("""{"int64":5}""")),
        (typeof(ConnectorObject), Attribute("""{"int64":"5","int32":"5"}""")),
        (typeof(ConnectorObject), Attribute("{}")),
        (typeof(ConnectorObject), Attribute("""{"float":"5"}""")),
        (typeof(ConnectorObject), Attribute("""{"int32":"2147483648"}""")),
        (typeof(ConnectorObject), Attribute("""{"int64":"05"}""")),
        (typeof(ConnectorObject), Attribute("""{"int64":" 5"}""")),
        (typeof(ConnectorObject), Attribute("""{"decimal":"0.12345678901234567890123456789012345"}""")),
        (typeof(ConnectorObject), Attribute("""{"double":"0.1000000000000000055511151231257827"}""")),
        (typeof(ConnectorObject), Attribute("""{"dateTimeOffset":"2026-01-01"}""")),
        (typeof(ConnectorObject), Attribute("""{"date":"2026-02-30"}""")),
        (typeof(ConnectorObject), Attribute("""{"guid":"{0f8fad5b-d9cb-469f-a165-70867728950e}"}""")),
        (typeof(ConnectorObject), Attribute("""{"bytes":"%%%"}""")),
        (typeof(ConnectorObject), Attribute("""{"utf16":"YQA="}""")),
        (typeof(ConnectorObject), Attribute("""[null]""")),
        (typeof(ConnectorObject), Attribute("""[["a"]]""")),
        (typeof(ConnectorObject), Attribute(""" "\ud800" """)),
        (typeof(SyncToken), "\"int64\""),
        (typeof(SyncToken), "\"int64:x\""),
        (typeof(SyncToken), "5"),
        (typeof(SyncPosition), "\"after\""),
        (typeof(SyncPosition), "\"after:nothing\""),
        (typeof(Uid), "\" \""),
        (typeof(SyncDelta), """{"token":"int64:1","type":"delete","uid":"1"}"""),
        (typeof(SyncDelta), """{"token":"int64:1","type":"delete","objectClass":"a","uid":"1","previousUid":"0"}"""),
        (typeof(SyncDelta), """{"token":"int64:1","type":"create"}"""),
        (typeof(SyncDelta), """{"token":"int64:1","type":"none","object":{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a"}}}"""),
        (typeof(SyncDelta), """{"token":"int64:1","type":"create","previousUid":"0","object":{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a"}}}"""),
        (typeof(SyncDelta), """{"token":"int64:1","type":"update","previousUid":"1","object":{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a"}}}"""),
        (typeof(SyncDelta), """{"type":"create","object":{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a"}}}"""),
        (typeof(Filter), "{}"),
        (typeof(Filter), """{"like":"a"}"""),
        (typeof(Filter), """{"and":[]}"""),
        (typeof(Filter), """{"present":"a","not":{"present":"a"}}"""),
        (typeof(Filter), """{"equals":{"attribute":"a","value":null}}"""),
        (typeof(ObjectPatch), """{"changes":[{"set":"a"}]}"""),
        (typeof(ObjectPatch), """{"changes":[{"set":"a","value":null}]}"""),
        (typeof(ObjectPatch), """{"changes":[{"set":"a","value":1,"clear":"a"}]}"""),
        (typeof(ObjectPatch), """{"changes":[{"clear":"a","value":"x"}]}"""),
        (typeof(ObjectPatch), """{"changes":[{"modify":"a"}]}"""),
        (typeof(ConnectorSchema), """{"classes":[{"objectClass":"a","attributes":[]}]}"""),
        (typeof(ConnectorSchema), """{"classes":[{"objectClass":"a","attributes":[{"name":"__NAME__","type":"text"}]}]}"""),
        (typeof(ConnectorSchema), """{"classes":[{"objectClass":"a","attributes":[{"name":"__NAME__","type":"string","traits":["big"]}]}]}"""),
        (typeof(ConnectorSchema), """{"classes":[{"objectClass":"a","attributes":[{"name":"__NAME__","type":"string","required":true}]}]}"""),
    ];

    private static IEnumerable<TestCaseData> BrokenCases => Broken.Select(row => new TestCaseData(row.Type, row.Json).SetArgDisplayNames(row.Type.Name, row.Json));

    [TestCaseSource(nameof(BrokenCases))]
    public void What_is_not_exactly_the_form_is_refused(Type type, string json) =>
        Assert.That(
            () => JsonSerializer.Deserialize(json, Plain.Options.GetTypeInfo(type)) ?? throw new JsonException("null"),
            Throws.InstanceOf<JsonException>());

    private static string Attribute(string value) => $$$"""{"objectClass":"a","attributes":{"__UID__":"1","__NAME__":"a","x":{{{value}}}}}""";

    private sealed class Reversing : ISecretProtector
    {
        public string Protect(GuardedString secret) => secret.Access(characters => Reverse(characters));

        public GuardedString Unprotect(string text) => GuardedString.FromString(Reverse(text));

        private static string Reverse(ReadOnlySpan<char> characters)
        {
            var reversed = characters.ToArray();
            Array.Reverse(reversed);
            return new string(reversed);
        }
    }
}

public sealed record Message(string Id, ConnectorObject Object, Uid Uid, Filter Filter);

[JsonSerializable(typeof(Message))]
internal sealed partial class MessageContext : JsonSerializerContext;
