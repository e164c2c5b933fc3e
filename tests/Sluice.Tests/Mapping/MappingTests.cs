using System.Collections.Immutable;
using System.Globalization;

namespace Sluice.Tests.Mapping;

public sealed class MappingTests
{
    private static readonly Guid Key = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    private static EveryType Full => new("1", "ada")
    {
        Text = "e\u0301\0 ",
        Flag = false,
        Small = int.MinValue,
        Large = 9007199254740993,
        Real = -0.1,
        Exact = 1.10m,
        Moment = new(2024, 2, 29, 23, 59, 59, 999, TimeSpan.FromMinutes(345)),
        Day = new(1, 1, 1),
        Key = Key,
        Bytes = [0, 255],
        Secret = new("x"),
        Status = Status.@event,
        Texts = ["b", "", "a"],
        Flags = [true, false],
        Smalls = [1],
        Larges = [long.MaxValue],
        Reals = Enumerable.Range(1, 3).Select(number => number / 2d),
        Exacts = [decimal.MaxValue],
        Moments = [DateTimeOffset.UnixEpoch],
        Days = [DateOnly.MaxValue],
        Keys = [Guid.Empty],
        Blobs = [[], [1]],
        Statuses = [Status.Left, Status.Gone],
    };

    [Test]
    public void EveryTypeComesBackUnchanged()
    {
        var mapping = ObjectMapping.Of<EveryType>();
        var untyped = mapping.ToConnectorObject(Full);
        var typed = mapping.FromConnectorObject(untyped);

        Assert.That(mapping.ToConnectorObject(typed), Is.EqualTo(untyped));
        Assert.That(untyped.Count, Is.EqualTo(mapping.Info.Shape.Count));
        Assert.That(mapping.Info.Attributes, Has.Count.EqualTo(typeof(EveryType).GetProperties().Length - 1));
        Assert.That(untyped["status"], Is.EqualTo("event"));
        Assert.That(untyped["statuses"], Is.EqualTo(new object[] { "Left", "Left" }));
        Assert.That(typed.Status, Is.EqualTo(Status.@event));
        Assert.That(typed.Reals, Is.EqualTo([0.5, 1, 1.5]));
        Assert.That(typed.Exact!.Value.ToString(CultureInfo.InvariantCulture), Is.EqualTo("1.10"));
    }

    [Test]
    public void EveryValueHasTheTypeThatTheSchemaDeclares()
    {
        var mapping = ObjectMapping.Of<EveryType>();
        var untyped = mapping.ToConnectorObject(Full);
        Assert.Multiple(() =>
        {
            foreach (var attribute in mapping.Info.Attributes)
            {
                Assert.That(AttributeTypes.Fits(untyped[attribute.Name], attribute.Type), attribute.Name);
                Assert.That(untyped[attribute.Name] is object[], Is.EqualTo(attribute.IsMultiValued), attribute.Name);
            }
        });
    }

    [Test]
    public void NullStaysNullAndEmptyStaysEmpty()
    {
        var mapping = ObjectMapping.Of<EveryType>();
        var nothing = mapping.ToConnectorObject(new EveryType("1", "ada"));
        Assert.That(mapping.Info.Attributes.Skip(1).Select(attribute => nothing[attribute.Name]), Is.All.Null);
        Assert.That(nothing.Has("text"));
        Assert.That(mapping.FromConnectorObject(nothing), Is.EqualTo(new EveryType("1", "ada")));

        var empty = mapping.ToConnectorObject(new EveryType("1", "ada") { Text = "", Bytes = [], Texts = [], Larges = [], Exacts = [], Reals = Enumerable.Empty<double>().Where(_ => true), Statuses = [] });
        Assert.That(new[] { "texts", "larges", "exacts", "reals", "statuses" }.Select(name => empty[name]), Is.All.Empty.And.All.Not.Null);
        Assert.That(empty["text"], Is.EqualTo(""));
        var typed = mapping.FromConnectorObject(empty);
        Assert.That((typed.Text, typed.Texts!.Count, typed.Larges!.Count, typed.Exacts!.Value.Length, typed.Statuses!.Value.Length), Is.EqualTo(("", 0, 0, 0, 0)));
    }

    [Test]
    public void AbsentOptionalAttributesAreNull()
    {
        var absent = ConnectorObject.Build(new ObjectClass("every"), "1", "ada").Build();
        Assert.That(ObjectMapping.Of<EveryType>().FromConnectorObject(absent), Is.EqualTo(new EveryType("1", "ada")));
    }

    [Test]
    public void ADefaultImmutableArrayIsNull()
        => Assert.That(ObjectMapping.Of<EveryType>().ToConnectorObject(new EveryType("1", "ada") { Statuses = default(ImmutableArray<Status>) })["statuses"], Is.Null);

    [Test]
    public void ListsAreCopied()
    {
        var list = new List<long> { 1 };
        var untyped = ObjectMapping.Of<EveryType>().ToConnectorObject(new EveryType("1", "ada") { Larges = list });
        list[0] = 2;
        Assert.That(untyped["larges"], Is.EqualTo(new object[] { 1L }));
    }

    [Test]
    public void ANullAmongValuesIsRefused()
        => Assert.That(() => ObjectMapping.Of<EveryType>().ToConnectorObject(new EveryType("1", "ada") { Texts = ["a", null!] }), Throws.TypeOf<InvalidAttributeValueException>().With.Message.Contains("SLC405"));

    [Test]
    public void AnEnumValueWithoutANameIsRefused()
        => Assert.That(() => ObjectMapping.Of<EveryType>().ToConnectorObject(new EveryType("1", "ada") { Status = (Status)99 }), Throws.TypeOf<InvalidAttributeValueException>().With.Message.Contains("Status").And.Message.Contains("99"));

    [TestCase("Inactive")]
    [TestCase("active")]
    [TestCase("0")]
    public void AnUnknownNameIsRefusedWithTheKnownOnes(string name)
        => Assert.That(() => From<EveryType>("every", ("status", name)), Throws.TypeOf<InvalidAttributeValueException>().With.Message.Contains($"'{name}'; it is one of Active, Left, event"));

    [Test]
    public void AValueOfAnotherTypeIsRefusedWithoutBeingShown()
        => Assert.That(() => From<EveryType>("every", ("small", "secret")), Throws.TypeOf<InvalidAttributeValueException>().With.Message.Contains("small").And.Message.Not.Contains("secret"));

    [Test]
    public void NumbersThatLostTheirWidthAreTolerated()
    {
        var typed = From<EveryType>("every", ("large", 5), ("small", 6L));
        Assert.That((typed.Large, typed.Small), Is.EqualTo((5L, 6)));
        Assert.That(() => From<EveryType>("every", ("small", 1L << 40)), Throws.TypeOf<InvalidAttributeValueException>());
    }

    [Test]
    public void RequiredValuesAndDefaults()
    {
        var mapping = ObjectMapping.Of<RequiredTypes>();
        var untyped = mapping.ToConnectorObject(RequiredTypes.Sample(Key));
        Assert.That(untyped.Uid.Value, Is.EqualTo("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
        var typed = mapping.FromConnectorObject(untyped);
        Assert.That(mapping.ToConnectorObject(typed), Is.EqualTo(untyped));
        Assert.That(typed.Tag, Is.Null);
        Assert.That(
            mapping.Info.Attributes.Where(attribute => attribute.IsRequired).Select(attribute => attribute.Name),
            Is.EqualTo(["__NAME__", "number", "status", "texts", "statuses", "numbers"]));
        const AttributeTraits readOnly = AttributeTraits.NotCreatable | AttributeTraits.NotUpdateable;
        Assert.That(mapping.Info.Find("computed")!.Traits, Is.EqualTo(readOnly));
        Assert.That(mapping.Info.Find("version")!.Traits, Is.EqualTo(AttributeTraits.NotCreatable));
    }

    [Test]
    public void AbsentAttributesLeaveTheTypesOwnDefaults()
    {
        var typed = From<RequiredTypes>("required", Least);
        Assert.That((typed.Text, typed.Count, typed.Constant, typed.Empty, typed.Epoch, typed.Version), Is.EqualTo(("parameter", 5, "constant", "", DateTimeOffset.UnixEpoch, 0L)));
        Assert.That(typed.None, Is.Empty);
        Assert.That(typed.Some, Is.EqualTo([1, 2]));
        Assert.That(typed.Id, Is.EqualTo(Guid.Empty), "a new object has no uid yet");
    }

    [Test]
    public void NullIsNotAbsent()
    {
        var typed = From<RequiredTypes>("required", [.. Least, ("count", null), ("constant", null), ("some", null), ("epoch", null)]);
        Assert.That(typed.Count, Is.Null, "a default is for absent, where null is allowed");
        Assert.That((typed.Constant, typed.Epoch), Is.EqualTo(("constant", DateTimeOffset.UnixEpoch)), "and for null, where it is not");
        Assert.That(typed.Some, Is.EqualTo([1, 2]));
    }

    [TestCase("number")]
    [TestCase("status")]
    [TestCase("texts")]
    [TestCase("statuses")]
    [TestCase("numbers")]
    public void AMissingRequiredAttributeIsNamed(string name)
        => Assert.That(
            () => From<RequiredTypes>("required", [.. Least.Where(attribute => attribute.Name != name)]),
            Throws.TypeOf<InvalidAttributeValueException>().With.Message.Contains($"attribute {name} of required is required"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t")]
    public void AnObjectWithoutANameIsRefused(string? login)
    {
        var mapping = ObjectMapping.Of<RequiredTypes>();
        var source = RequiredTypes.Without(login, []);
        foreach (var shape in new[] { mapping.Info.Shape, mapping.Info.Shape.Project([]) })
            Assert.That(() => mapping.ToConnectorObject(source, shape), Throws.TypeOf<SyncLawException>().With.Property("LawId").EqualTo("SLC405").And.Message.Contains("__NAME__").And.Message.Contains(Guid.Empty.ToString()));
    }

    [Test]
    public void ARequiredListThatIsNullIsRefusedOnlyWhereItIsAskedFor()
    {
        var mapping = ObjectMapping.Of<RequiredTypes>();
        var source = RequiredTypes.Without("ada", null);
        Assert.That(() => mapping.ToConnectorObject(source), Throws.TypeOf<SyncLawException>().With.Message.Contains("texts"));
        Assert.That(() => mapping.ToConnectorObject(source, mapping.Info.Shape.Project(["number"])), Throws.Nothing);
    }

    [Test]
    public void UidsAndNamesOfOtherTypesAreTheirInvariantText()
    {
        var culture = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = strange;
            Assert.That(((IMappedObject)new NumberedObject(-5, new("ada"))).Uid.Value, Is.EqualTo("-5"));
            RoundTrip(new NumberedObject(-5, new("ada")), "-5", "ada");
            RoundTrip(new WrappedObject("x", "ada"), "x", "ada");
            RoundTrip(new SharedObject("ada"), "ada", "ada");
            RoundTrip(new CountedObject(-12), "-12", "-12");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        static void RoundTrip<T>(T typed, string uid, string name)
            where T : class, IMappedObject<T>
        {
            var untyped = T.Mapping.ToConnectorObject(typed);
            Assert.That((untyped.Uid.Value, untyped.Name.Value, typed.Uid.Value), Is.EqualTo((uid, name, uid)));
            Assert.That(T.Mapping.FromConnectorObject(untyped), Is.EqualTo(typed));
        }
    }

    [TestCase("five")]
    [TestCase("+5")]
    [TestCase(" 5")]
    [TestCase("05")]
    public void AnotherSpellingOfAUidIsAnotherUid(string uid)
        => Assert.That(() => ObjectMapping.Of<NumberedObject>().FromConnectorObject(ConnectorObject.Build(new ObjectClass("numbered"), uid, "ada").Build()), Throws.TypeOf<InvalidAttributeValueException>().With.Message.Contains($"'{uid}'"));

    [Test]
    public void ANewObjectHasNoUidYet()
    {
        var source = new Attributes(("__NAME__", "7"));
        Assert.Multiple(() =>
        {
            Assert.That(New<NumberedObject>().Number, Is.Zero);
            Assert.That(New<WrappedObject>().Id.IsDefault);
            Assert.That(New<SharedObject>().Login, Is.EqualTo("7"));
            Assert.That(New<CountedObject>().Number, Is.EqualTo(7));
        });

        T New<T>()
            where T : class, IMappedObject<T> => T.Mapping.Build(new(T.Mapping.Info, source));
    }

    [Test]
    public void ADefaultUidIsRefused()
        => Assert.That(() => ObjectMapping.Of<WrappedObject>().ToConnectorObject(new WrappedObject(default, "ada")), Throws.TypeOf<SyncLawException>().With.Message.Contains("__UID__"));

    [Test]
    public void APasswordIsWrittenAndNeverRead()
    {
        var mapping = ObjectMapping.Of<WithPassword>();
        using var password = new GuardedString("x");
        var source = new WithPassword("1", "ada", password) { Photo = "p" };
        foreach (var shape in new[] { mapping.Info.Shape, mapping.DefaultShape, mapping.Info.Shape.Project([AttributeNames.Password, "photo"]), mapping.Info.Shape.Project([AttributeNames.Password]) })
            Assert.That(mapping.ToConnectorObject(source, shape).Has(AttributeNames.Password), Is.False);
        Assert.That(mapping.ToConnectorObject(source, mapping.DefaultShape).Has("photo"), Is.False);
        Assert.That(mapping.ToConnectorObject(source, mapping.Info.Shape.Project(["photo"])).Has("photo"));
        Assert.That(mapping.Info.Find(AttributeNames.Password)!.Traits, Is.EqualTo(AttributeTraits.Required | AttributeTraits.NotReadable));

        var created = mapping.Build(new(mapping.Info, new Attributes(("__NAME__", "ada"), (AttributeNames.Password, password))));
        Assert.That(created.Password, Is.SameAs(password));
    }

    [Test]
    public void EverySlotReadsWhatAllOfThemRead()
    {
        var mapping = ObjectMapping.Of<EveryType>();
        var source = Full;
        var all = mapping.ReadAll(source);
        for (var slot = 0; slot < all.Length; slot++)
            Assert.That(mapping.Read(source, slot), Is.EqualTo(all[slot]), mapping.Info.Shape.NameAt(slot));
        Assert.That(mapping.Read(source, [.. Enumerable.Range(0, all.Length).Reverse()]), Is.EqualTo(all.Reverse()));
        Assert.That(() => mapping.Read(source, all.Length), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => mapping.Read(source, [0, all.Length]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void NamesAreConstants()
        => Assert.That((EveryType.Attributes.Id, EveryType.Attributes.Name, EveryType.Attributes.Large), Is.EqualTo(("__UID__", "__NAME__", "large")));

    private static (string Name, object? Value)[] Least => [("number", 1L), ("status", "Active"), ("texts", Array.Empty<object>()), ("statuses", Array.Empty<object>()), ("numbers", new object[] { 1 })];

    private static T From<T>(string objectClass, params (string Name, object? Value)[] attributes)
        where T : class, IMappedObject<T>
    {
        Assert.That(T.Mapping.Info.ObjectClass.Name, Is.EqualTo(objectClass));
        return T.Mapping.Build(new(T.Mapping.Info, new Attributes([("__NAME__", "ada"), .. attributes])));
    }

    private sealed class Attributes(params (string Name, object? Value)[] attributes) : IAttributeSource
    {
        public bool TryGet(string attribute, out object? value)
        {
            var found = Array.FindIndex(attributes, one => AttributeNames.Comparer.Equals(one.Name, attribute));
            value = found < 0 ? null : attributes[found].Value;
            return found >= 0;
        }
    }
}
