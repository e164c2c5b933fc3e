using Sluice.Runtime;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Facade;

/// <summary>What a facade makes of the results of a search.</summary>
internal sealed class SearchTests
{
    private static readonly ObjectClassInfo Device = new(new ObjectClass("device"), [new(AttributeNames.Name, AttributeType.String)]);

    [Test]
    public async Task The_cancellation_of_the_enumeration_reaches_the_connector([Values("untyped", "typed", "typed face", "discovered")] string face)
    {
        using var stop = new CancellationTokenSource();
        var seen = CancellationToken.None;
        var facade = new TestFacade(
            null,
            new object(),
            [Device],
            one => new Searched<Account>(one, context => Endless(context, new Account("1", "ada"))),
            one => new SearchedObjects(one, ObjectClass.Group, context => Endless(context, Group())))
        {
            Discovered = (one, info) => new SearchedObjects(one, info.ObjectClass, context => Endless(context, Group())),
        };

        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            switch (face)
            {
                case "typed face":
                    await foreach (var _ in ((IObjectClassFacade<Account>)facade.Operations).SearchAsync().WithCancellation(stop.Token))
                        await stop.CancelAsync();
                    break;
                default:
                    var objectClass = face switch { "typed" => ObjectClass.Account, "untyped" => ObjectClass.Group, _ => Device.ObjectClass };
                    await foreach (var _ in facade.SearchAsync(objectClass).WithCancellation(stop.Token))
                        await stop.CancelAsync();
                    break;
            }
        });
        Assert.That(seen.IsCancellationRequested, "the connector was told");
        await facade.DisposeAsync();

        async IAsyncEnumerable<T> Endless<T>(OperationContext context, T one)
        {
            seen = context.Cancellation;
            while (true)
            {
                yield return one;
                await Task.Yield();
            }
        }
    }

    [Test]
    public async Task Empty_pages_do_not_outlast_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        var pages = 0;
        var facade = new TestFacade(null, one => new SearchedObjects(one, ObjectClass.Group, null, () =>
        {
            if (++pages == 3)
                stop.Cancel();
            return new([], pages < 9 ? $"page {pages}" : null);
        }));

        await Assert.CatchAsync<OperationCanceledException>(async () => await facade.SearchAsync(ObjectClass.Group, cancellation: stop.Token).ToListAsync());
        Assert.That(pages, Is.EqualTo(3));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_page_holds_objects_and_no_null(bool filtered)
    {
        var filter = filtered ? Filter.Present(AttributeNames.Name) : null;
        Assert.Multiple(async () =>
        {
            foreach (var objects in new object?[]?[] { null, [null] })
            {
                var facade = new TestFacade(
                    null,
                    one => new Searched<Account>(one, null, () => new(objects?.Cast<Account>().ToArray()!, null)),
                    one => new SearchedObjects(one, ObjectClass.Group, null, () => new(objects?.Cast<ConnectorObject>().ToArray()!, null)));
                await Refused(() => facade.SearchPageAsync(ObjectClass.Account, filter).AsTask());
                await Refused(() => facade.SearchPageAsync(ObjectClass.Group, filter).AsTask());
                await Refused(() => ((IObjectClassFacade<Account>)facade.Operations).SearchPageAsync(filter).AsTask());
            }
        });

        static async Task Refused(Func<Task> call) => Assert.That((await Assert.ThrowsAsync<SyncLawException>(call))?.LawId, Is.EqualTo("SLC409"));
    }

    [Test]
    public async Task A_filter_sees_what_it_asks_for_though_the_caller_does_not()
    {
        // A connector that honours AttributesToGet leaves out all else: the filter would not see the attributes that it is about.
        IReadOnlyList<string>? asked = null;
        var facade = new TestFacade(null, one => new SearchedObjects(one, ObjectClass.Group, context =>
        {
            asked = context.Options.AttributesToGet;
            return new[] { Group(("mail", "a@example.org"), ("city", "Nowhere")), Group(("mail", "b@example.org"), ("city", "Elsewhere")) }
                .Select(full => Only(full, asked!)).ToAsyncEnumerable();
        }));
        var filter = Filter.Equal("city", "Nowhere") & !(Filter.Contains("MAIL", "b@") | Filter.Present("phone"));

        var found = await facade.SearchAsync(ObjectClass.Group, filter, new() { AttributesToGet = ["mail"] }).ToListAsync();

        Assert.That(found.Select(one => (one["mail"], one.Has("city"))), Is.EqualTo(new[] { ((object?)"a@example.org", false) }));
        Assert.That(asked, Is.EqualTo(new[] { "mail", "city", "phone" }));
    }

    [Test]
    public async Task What_is_never_read_is_not_there_for_a_filter()
    {
        using var secret = GuardedString.FromString("s");
        var facade = new TestFacade(null, one => new Searched<Login>(one, _ => new[] { new Login("1", secret) }.ToAsyncEnumerable()));

        Assert.That(await facade.SearchAsync(ObjectClass.Account, Filter.Present(AttributeNames.Password)).ToListAsync(), Is.Empty);
        Assert.That(await facade.SearchAsync(ObjectClass.Account, !Filter.Present(AttributeNames.Password)).ToListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_connector_reads_its_class_as_it_spelt_it()
    {
        // A switch over the name minds the case, a host need not.
        var asked = new List<string>();
        var facade = new TestFacade(null, one => new SearchedObjects(one, ObjectClass.Of("device"), context =>
        {
            asked.Add(context.ObjectClass.Name);
            return AsyncEnumerable.Empty<ConnectorObject>();
        }));

        await facade.SearchAsync(ObjectClass.Of("Device")).ToListAsync();
        await facade.GetAsync(ObjectClass.Of("DEVICE"), "1");

        Assert.That(asked, Is.EqualTo(new[] { "device", "device" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_filter_on_an_attribute_that_the_class_does_not_have_is_refused(bool paged)
    {
        // It would find nothing, which a host may take for "deleted".
        var facade = new TestFacade(null, one => new Searched<Account>(one, paged ? null : _ => new[] { new Account("1", "ada") }.ToAsyncEnumerable(), () => new([], null)));

        var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await facade.SearchAsync(ObjectClass.Account, Filter.Present(AttributeNames.Name) & Filter.Equal("logn", "ada")).ToListAsync());

        Assert.That(refused?.Message, Does.Contain("'logn'").And.Contain("__NAME__").And.Contain("__UID__"));
    }

    private static ConnectorObject Group(params (string Name, object? Value)[] attributes)
    {
        var builder = ConnectorObject.Build(ObjectClass.Group, "1", "admins");
        foreach (var (name, value) in attributes)
            builder.Set(name, value);
        return builder.Build();
    }

    private static ConnectorObject Only(ConnectorObject full, IReadOnlyCollection<string> names)
    {
        var builder = ConnectorObject.Build(full.ObjectClass, full.Uid, full.Name);
        foreach (var attribute in full)
        {
            if (names.Contains(attribute.Name, AttributeNames.Comparer))
                builder.Set(attribute.Name, attribute.Value);
        }

        return builder.Build();
    }
}

[ObjectClass(ObjectClasses.Account)]
internal sealed partial record Login([Uid, Name] string Id, [Password] GuardedString? Password);
