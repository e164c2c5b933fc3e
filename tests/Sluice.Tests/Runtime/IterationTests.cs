using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Runtime;

/// <summary>Laws that iterators and pages can break.</summary>
internal sealed class IterationTests
{
    private static readonly ObjectClassInfo Schema = new(
        ObjectClass.Account,
        [
            new(AttributeNames.Name, AttributeType.String, AttributeTraits.Required),
            new("mail", AttributeType.String),
            new("roles", AttributeType.String, AttributeTraits.MultiValued),
            new("number", AttributeType.Int64, AttributeTraits.Required),
            new("pin", AttributeType.String, AttributeTraits.Required | AttributeTraits.NotReadable),
            new("note", AttributeType.String, AttributeTraits.Required | AttributeTraits.NotReturnedByDefault),
        ]);

    private static SyncPosition At(long token) => SyncPosition.After(token);

    private static SyncDelta Delta(long token, Action<ConnectorObjectBuilder> build)
    {
        var builder = ConnectorObject.Build(ObjectClass.Account, "u" + token, "login");
        build(builder);
        return SyncDelta.CreateOrUpdate(token, builder.Build());
    }

    private static TestFacade Untyped(IEnumerable<SyncDelta?> deltas, FacadeSettings? settings = null, ObjectClassInfo? info = null, ObjectClass? objectClass = null) => new(
        settings,
        one => new UntypedClass(
            one,
            objectClass ?? ObjectClass.Account,
            session =>
            {
                foreach (var delta in deltas)
                {
                    if (!session.Deliver(delta!))
                        return;
                }

                session.Drained();
            },
            null,
            info: info));

    private static (string? Law, SyncRun Run, SyncLawException Thrown) Strict(TestFacade facade, OperationOptions? options = null, ObjectClass? objectClass = null)
    {
        var run = new SyncRun(objectClass ?? ObjectClass.Account, SyncPosition.Beginning, options);
        var thrown = Assert.Throws<SyncLawException>(() => facade.Sync(run, SyncHandler.From(_ => SyncAnswer.Continue)))!;
        return (thrown.LawId, run, thrown);
    }

    [Test]
    public void A_delta_of_another_class_is_refused_unless_all_were_asked_for()
    {
        SyncDelta[] deltas = [SyncDelta.Delete(1L, ObjectClass.Account, "a"), SyncDelta.Delete(2L, ObjectClass.Group, "g")];
        var (law, run, thrown) = Strict(Untyped(deltas));

        Assert.That((law, run.Position, thrown.Uid, thrown.Token), Is.EqualTo(("SLC105", SyncPosition.Beginning, (Uid?)new Uid("g"), (SyncToken?)2L)));
        Assert.That(Untyped(deltas, objectClass: ObjectClass.All).Sync(new SyncRun(ObjectClass.All, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue)).Position, Is.EqualTo(At(2)));

        var log = new RecordingLog();
        var lenient = Untyped(deltas, log.Lenient).Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue));
        Assert.That((lenient.Delivered, log.Broken.Single()), Is.EqualTo((2L, "SLC105")));
    }

    private static IEnumerable<TestCaseData> SchemaFaults()
    {
        yield return Case(null, null, "fits", _ => { });
        yield return Case("SLC408", "nickname", "undeclared", one => one.Set("nickname", "Q"));
        yield return Case("SLC405", "mail", "other type", one => one.Set("mail", 5L));
        yield return Case("SLC405", "mail", "many for one", one => one.SetValues("mail", new object[] { "a", "b" }));
        yield return Case("SLC405", "roles", "one for many", one => one.Set("roles", "r"));
        yield return Case("SLC405", "roles", "other type among many", one => one.SetValues("roles", new object[] { "a", 5L }));
        yield return Case("SLC405", "number", "required null", one => one.Set("number", null), complete: false);
        yield return Case("SLC405", "number", "required absent", _ => { }, complete: false);
        yield return Case(null, null, "null and empty", one => one.Set("mail", null).SetValues("roles", Array.Empty<object>()));

        static TestCaseData Case(string? law, string? attribute, string name, Action<ConnectorObjectBuilder> build, bool complete = true) =>
            new TestCaseData(law, attribute, new Action<ConnectorObjectBuilder>(one =>
            {
                if (complete)
                    one.Set("number", 1L);
                build(one);
            })).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(SchemaFaults))]
    public void An_object_fits_its_schema(string? law, string? attribute, Action<ConnectorObjectBuilder> build)
    {
        foreach (var shared in new[] { false, true })
        {
            if (shared && law == "SLC408")
                continue;
            var builder = shared ? ConnectorObject.Build(Schema.Shape, "secret-free", "login") : ConnectorObject.Build(ObjectClass.Account, "secret-free", "login");
            build(builder);
            SyncDelta[] deltas = [SyncDelta.Create(1L, builder.Build()), SyncDelta.Delete(2L, ObjectClass.Account, "gone")];
            if (law is null)
            {
                Assert.That(Untyped(deltas, info: Schema).Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue)).Delivered, Is.EqualTo(2));
                continue;
            }

            var (seen, run, thrown) = Strict(Untyped(deltas, info: Schema));
            Assert.That((seen, thrown.Uid, thrown.Token, run.Position), Is.EqualTo((law, (Uid?)new Uid("secret-free"), (SyncToken?)1L, SyncPosition.Beginning)));
            Assert.That(thrown.Message, Does.Contain(attribute));

            var log = new RecordingLog();
            Assert.That(Untyped(deltas, log.Lenient, Schema).Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue)).Position, Is.EqualTo(At(2)));
            Assert.That(log.Broken, Is.EqualTo(new[] { law }));
        }
    }

    [Test]
    public void Required_attributes_are_those_asked_for()
    {
        var deltas = new[] { Delta(1, one => one.Set("mail", "a@example.org")) };

        Assert.That(Untyped(deltas, info: Schema).Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning, new OperationOptions { AttributesToGet = ["MAIL"] }), SyncHandler.From(_ => SyncAnswer.Continue)).Delivered, Is.EqualTo(1));
        Assert.That(Strict(Untyped(deltas, info: Schema), new OperationOptions { AttributesToGet = ["mail", "NUMBER"] }).Law, Is.EqualTo("SLC405"));
        Assert.That(Strict(Untyped([Delta(1, one => one.Set("number", 1L))], info: Schema), new OperationOptions { AttributesToGet = ["number", "note"] }).Law, Is.EqualTo("SLC405"));
    }

    [Test]
    public void What_attributes_to_get_leaves_out_is_not_delivered_but_identity_and_previous_uid_are([Values] bool typed)
    {
        var facade = typed
            ? new TestFacade(null, one => new TypedClass(one, session =>
            {
                session.Deliver(SyncDelta.Update(1L, new Account("new", "login"), "old"));
                session.Drained();
            }, null))
            : Untyped([SyncDelta.Update(1L, ConnectorObject.Build(ObjectClass.Account, "new", "login").Set("mail", "ada@example.org").Set("city", "Nowhere").Build(), "old")]);
        SyncDelta? seen = null;
        facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning, new OperationOptions { AttributesToGet = ["MAIL", "unknown"] }), SyncHandler.From(delta =>
        {
            seen = delta;
            return SyncAnswer.Continue;
        }));

        Assert.That((seen!.Uid.Value, seen.Object!.Name.Value, seen.PreviousUid?.Value, seen.Type, seen.ObjectClass, seen.Object["mail"]), Is.EqualTo(("new", "login", "old", SyncDeltaType.Update, ObjectClass.Account, "ada@example.org")));
        Assert.That((seen.Object.Has("city"), seen.Object.Count), Is.EqualTo((false, 3)));
    }

    [Test]
    public void A_required_value_that_is_null_breaks_the_schema_from_typed_to_untyped()
    {
        var facade = new TestFacade(null, one => new TypedClass(one, session =>
        {
            session.Deliver(SyncDelta.Create(1L, new Account("u1", null!)));
            session.Drained();
        }, null));

        var (law, run, thrown) = Strict(facade);
        Assert.That((law, run.Position, thrown.ConnectorName), Is.EqualTo(("SLC405", SyncPosition.Beginning, "test")));
        Assert.That(thrown.Message, Does.Contain(AttributeNames.Name).And.Contain("u1"));
    }

    [Test]
    public void A_previous_uid_is_another_uid()
    {
        var facade = new TestFacade(null, one => new TypedClass(one, session =>
        {
            session.Deliver(SyncDelta.Update(1L, new Account("same", "login"), "same"));
            session.Drained();
        }, null));

        Assert.That(Strict(facade).Law, Is.EqualTo("SLC403"));
        Assert.Throws<ArgumentException>(() => SyncDelta.Update(1L, ConnectorObject.Build(ObjectClass.Account, "same", "login").Build(), "same"));
    }

    [Test]
    public void Null_and_default_deltas_and_events_are_refused()
    {
        var log = new RecordingLog();
        var typed = new TestFacade(log.Settings, one => new TypedClass(one, session =>
        {
            session.Deliver(default(SyncEvent<Account>));
            session.Drained();
        }, null));
        var untypedEvent = new TestFacade(log.Settings, one => new UntypedClass(one, ObjectClass.Account, session =>
        {
            session.Deliver(default(SyncEvent));
            session.Drained();
        }, null));

        Assert.That((Strict(typed).Law, Strict(untypedEvent).Law, Strict(Untyped([null])).Law), Is.EqualTo(("SLC404", "SLC409", "SLC409")));
        var lenient = Untyped([SyncDelta.Delete(1L, ObjectClass.Account, "a"), null, SyncDelta.Delete(2L, ObjectClass.Account, "b")], log.Lenient)
            .Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue));
        Assert.That((lenient.Delivered, lenient.Position, log.Broken.Single()), Is.EqualTo((2L, At(2), "SLC409")));
    }

    [Test]
    public void Null_instead_of_a_sequence_or_a_page_is_refused()
    {
        var sequence = new TestFacade(null, one => new TypedClass(one, session => session.Given<IEnumerable<SyncDelta<Account>>>(null), null));
        var page = new TestFacade(null, one => new TypedClass(one, session => session.Given<SyncPage<Account>>(null), null));
        var untypedPage = new TestFacade(null, one => new UntypedClass(one, ObjectClass.Account, session => session.Given<SyncPage>(null), null));

        Assert.That(new[] { sequence, page, untypedPage }.Select(facade => Strict(facade).Law), Is.All.EqualTo("SLC409"));
        Assert.That(Strict(page).Thrown.Message, Does.Contain("SyncPage "));
    }

    [Test]
    public void Values_that_could_never_be_right_cannot_be_made()
    {
        var person = new Account("u", "login");
        var made = ConnectorObject.Build(ObjectClass.Account, "u", "login").Build();
        Action[] impossible =
        [
            () => SyncDelta.Create(default, person),
            () => SyncDelta.Create(default, made),
            () => SyncDelta.Delete<Account>(default, "u"),
            () => SyncDelta.Delete(default, ObjectClass.Account, "u"),
            () => SyncDelta.Create<Account>(1L, null!),
            () => SyncDelta.Update(1L, (ConnectorObject)null!),
            () => SyncDelta.Delete(1L, null!, "u"),
            () => SyncDelta.Delete(1L, ObjectClass.All, "u"),
            () => SyncEvent.Checkpoint(default),
            () => _ = new SyncPage([], default(SyncToken), false),
            () => _ = new SyncPage<Account>(null!, 1L, false),
            () => SyncPosition.After(default),
            () => _ = new SyncRun(ObjectClass.Account, SyncPosition.None),
            () => _ = new SyncRun(null!, SyncPosition.Beginning),
            () => SyncHandler.From(null!),
            () => SyncHandler.FromBoolean(_ => true, SyncAnswer.Continue),
        ];

        Assert.Multiple(() =>
        {
            foreach (var one in impossible)
                Assert.That(one, Throws.InstanceOf<ArgumentException>());
        });
        Assert.Throws<InvalidOperationException>(() => SyncDelta.Delete<Account>(1L, default));
    }

    [Test]
    public void A_checkpoint_moves_forward([Values] bool lenient)
    {
        var log = new RecordingLog();
        var facade = new TestFacade(lenient ? log.Lenient : null, one => new TypedClass(one, session =>
        {
            if (session.Checkpoint(5L) && session.Checkpoint(4L) && session.Deliver(new Change(6L, "a").Typed) && session.Deliver(new Change(7L, "b").Typed))
                session.Drained();
        }, null));

        if (!lenient)
        {
            var (law, run, _) = Strict(facade);
            Assert.That((law, run.Position), Is.EqualTo(("SLC206", At(5))));
            return;
        }

        var result = facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(delta => delta.Uid.Value == "b" ? SyncAnswer.RejectAndStop : SyncAnswer.Continue));
        Assert.That((result.Position, log.Broken.Single()), Is.EqualTo((At(5), "SLC206")));
    }

    [Test]
    public void A_peeked_checkpoint_closes_the_accepted_group_and_a_peeked_breach_does_not([Values(6L, 4L)] long peeked, [Values] bool checkpoint)
    {
        var facade = new TestFacade(null, one => new TypedClass(one, session =>
        {
            session.Checkpoint(3L);
            Assert.That(session.Deliver(new Change(5L, "a").Typed), "one more is wanted, to know whether the group is complete");
            Assert.That(checkpoint ? session.Checkpoint(peeked) : session.Deliver(new Change(peeked, "b").Typed), Is.False);
        }, null));

        var result = facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.AcceptAndStop));

        Assert.That((result.Outcome, result.Delivered), Is.EqualTo((SyncOutcome.Stopped, 1L)));
        Assert.That(result.Position, Is.EqualTo(At(peeked == 4 ? 3 : checkpoint ? 6 : 5)));
    }

    [Test]
    public void Endless_checkpoints_end_when_the_run_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var facade = new TestFacade(null, one => new TypedClass(one, session =>
        {
            for (var token = 1L; session.Checkpoint(token); token++)
            {
                if (token == 9)
                    cancellation.Cancel();
            }
        }, null));

        Assert.Throws<OperationCanceledException>(() => facade.Sync(run, SyncHandler.From(_ => SyncAnswer.Continue), cancellation.Token));
        Assert.That((run.Outcome, run.Position), Is.EqualTo((SyncOutcome.Cancelled, At(10))));
    }

    [Test]
    public void A_page_that_does_not_advance_is_an_error_and_not_an_endless_loop([Values] bool typed, [Values] bool lenient, [Values] bool backwards)
    {
        var log = new RecordingLog();
        var pages = 0;
        var facade = Paged(typed, lenient ? log.Lenient : log.Settings, after =>
        {
            if (++pages > 5)
                throw new AssertionException("endless");
            return after is null ? (["a"], 5L, true) : ([], backwards ? 4L : 5L, true);
        });
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);
        var law = backwards ? "SLC206" : "SLC220";

        if (lenient)
        {
            Assert.That(facade.Sync(run, SyncHandler.From(_ => SyncAnswer.Continue)).Outcome, Is.EqualTo(SyncOutcome.Stopped));
            Assert.That(log.Broken, Is.EqualTo(new[] { law }));
        }
        else
        {
            Assert.That(Assert.Throws<SyncLawException>(() => facade.Sync(run, SyncHandler.From(_ => SyncAnswer.Continue)))!.LawId, Is.EqualTo(law));
        }

        Assert.That((run.Position, pages), Is.EqualTo((At(5), 2)));
    }

    [Test]
    public void The_last_page_may_stand_still_and_an_int32_input_is_the_same_position([Values] bool typed)
    {
        var settled = Paged(typed, null, _ => ([], 5L, false));
        Assert.That(settled.Sync(new SyncRun(ObjectClass.Account, SyncPosition.After(5)), SyncHandler.From(_ => SyncAnswer.Continue)).Outcome, Is.EqualTo(SyncOutcome.Drained));

        var standing = Paged(typed, null, _ => ([], 5L, true));
        Assert.That(Assert.Throws<SyncLawException>(() => standing.Sync(new SyncRun(ObjectClass.Account, SyncPosition.After(5)), SyncHandler.From(_ => SyncAnswer.Continue)))!.LawId, Is.EqualTo("SLC220"));
    }

    [Test]
    public void A_page_without_a_position_ends_the_run_where_its_deltas_lead([Values] bool typed, [Values] bool resumed, [Values(0, 1, 2)] int deltas, [Values] SyncAnswer answer)
    {
        var from = resumed ? SyncPosition.After(0L) : SyncPosition.Beginning;
        var facade = Paged(typed, null, _ => ([.. new[] { "a", "b" }.Take(deltas)], null, false));

        var result = facade.Sync(new SyncRun(ObjectClass.Account, from), SyncHandler.From(_ => answer));

        // Both deltas are one group: the first alone moves nothing.
        var expected = (deltas, answer) switch
        {
            (0, _) => (SyncOutcome.Drained, from),
            (_, SyncAnswer.Continue) => (SyncOutcome.Drained, At(1)),
            (1, SyncAnswer.AcceptAndStop) => (SyncOutcome.Stopped, At(1)),
            (2, SyncAnswer.AcceptAndStop) => (SyncOutcome.Stopped, from),
            _ => (SyncOutcome.Rejected, from),
        };
        Assert.That((result.Outcome, result.Position), Is.EqualTo(expected));
    }

    [Test]
    public void A_page_that_has_more_says_where_it_is()
    {
        const string Message = "A page that has more says where the next one begins: give its position, or say that there is no more (SLC220). (Parameter 'next')";
        Assert.That(Assert.Throws<ArgumentException>(() => _ = new SyncPage([], null, hasMore: true))!.Message, Is.EqualTo(Message));
        Assert.That(Assert.Throws<ArgumentException>(() => _ = new SyncPage<Account>([], null, hasMore: true))!.Message, Is.EqualTo(Message));
        Assert.Throws<ArgumentException>(() => _ = new SyncPage([], default(SyncToken), hasMore: false));
    }

    [Test]
    public void Pages_are_asked_for_with_the_size_of_the_run_or_of_the_settings()
    {
        var sizes = new List<int>();
        var facade = new TestFacade(new FacadeSettings { DefaultPageSize = 7 }, one => new TypedClass(one, session =>
        {
            sizes.Add(session.PageSize);
            session.Drained();
        }, null));
        facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), SyncHandler.From(_ => SyncAnswer.Continue));
        facade.Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning, new OperationOptions { PageSize = 3 }), SyncHandler.From(_ => SyncAnswer.Continue));

        Assert.That(sizes, Is.EqualTo(new[] { 7, 3 }));
    }

    [Test]
    public async Task The_handlers_exception_wins_over_that_of_the_connectors_clean_up([Values] bool async, [Values] bool yields)
    {
        var thrown = new InvalidDataException("mine");
        var facade = new TestFacade(null, one => new TypedClass(
            one,
            session =>
            {
                try
                {
                    session.Deliver(new Change(1L, "a").Typed);
                }
                finally
                {
                    CleanUp();
                }
            },
            async session =>
            {
                try
                {
                    await session.DeliverAsync(new Change(1L, "a").Typed);
                }
                finally
                {
                    CleanUp();
                }
            }));
        var run = new SyncRun(ObjectClass.Account, SyncPosition.Beginning);

        var seen = await Assert.ThrowsAsync<InvalidDataException>(async () => _ = async
            ? await facade.SyncAsync(run, SyncHandler.FromAsync(async (_, _) =>
            {
                if (yields)
                    await Task.Yield();
                throw thrown;
            }))
            : facade.Sync(run, SyncHandler.From(_ => throw thrown)));

        Assert.That(ReferenceEquals(seen, thrown));
        Assert.That(run.Outcome, Is.EqualTo(SyncOutcome.Faulted));

        static void CleanUp() => throw new IOException("the connection was closed already");
    }

    [Test]
    public void A_boolean_handler_rejects_unless_it_says_that_it_accepts()
    {
        SyncDelta[] deltas = [SyncDelta.Delete(1L, ObjectClass.Account, "a"), SyncDelta.Delete(2L, ObjectClass.Account, "b"), SyncDelta.Delete(3L, ObjectClass.Account, "c")];
        SyncResult Run(ISyncHandler handler) => Untyped(deltas).Sync(new SyncRun(ObjectClass.Account, SyncPosition.Beginning), handler);

        Assert.That(Run(SyncHandler.FromBoolean(delta => delta.Uid.Value != "b")), Is.EqualTo(new SyncResult(SyncOutcome.Rejected, At(1), 2, 1, false)));
        Assert.That(Run(SyncHandler.FromBoolean(delta => delta.Uid.Value != "b", SyncAnswer.AcceptAndStop)), Is.EqualTo(new SyncResult(SyncOutcome.Stopped, At(2), 2, 2, false)));
    }

    [Test]
    public void A_source_that_repeats_the_input_group_is_served_where_it_says_so()
    {
        var source = new ScriptedSource(new Change(5L, "a"), new Change(5L, "b"), new Change(6L, "c")) { Granularity = TokenGranularity.AtLeastOnce };
        foreach (var (stop, expected) in new[] { ("a", 5L), ("b", 5L), ("c", 6L) })
        {
            var facade = new TestFacade(null, one => new TypedClass(one, session =>
            {
                foreach (var change in source.Changes)
                {
                    if (!session.Deliver(change.Typed))
                        return;
                }

                session.Drained();
            }, null, TokenGranularity.AtLeastOnce));
            var result = facade.Sync(new SyncRun(ObjectClass.Account, At(5)), SyncHandler.From(delta => delta.Uid.Value == stop ? SyncAnswer.AcceptAndStop : SyncAnswer.Continue));

            Assert.That((result.Outcome, result.Position), Is.EqualTo((SyncOutcome.Stopped, At(expected))));
        }
    }

    private static TestFacade Paged(bool typed, FacadeSettings? settings, Func<SyncToken?, (string[] Uids, SyncToken? Next, bool HasMore)> fetch) => new(settings, one => typed
        ? new TypedClass(one, session =>
        {
            SyncPage<Account> page;
            do
            {
                var (uids, next, hasMore) = fetch(session.After);
                page = new([.. uids.Select(uid => new Change(next ?? 1L, uid).Typed)], next, hasMore);
                foreach (var delta in session.Given(page).Deltas)
                {
                    if (!session.Deliver(delta))
                        return;
                }
            }
            while (session.TurnPage(page));

            session.Drained();
        }, null)
        : new UntypedClass(one, ObjectClass.Account, session =>
        {
            SyncPage page;
            do
            {
                var (uids, next, hasMore) = fetch(session.After);
                page = new([.. uids.Select(uid => new Change(next ?? 1L, uid).Untyped)], next, hasMore);
                foreach (var delta in session.Given(page).Deltas)
                {
                    if (!session.Deliver(delta))
                        return;
                }
            }
            while (session.TurnPage(page));

            session.Drained();
        }, null));
}
