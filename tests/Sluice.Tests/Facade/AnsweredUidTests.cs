using Sluice.Runtime;
using Sluice.Tests.Runtime.Scripted;

namespace Sluice.Tests.Facade;

/// <summary>SLC410: what is created, updated, authenticated or resolved has a uid.</summary>
internal sealed class AnsweredUidTests
{
    [TestCase(ConnectorOperations.Create)]
    [TestCase(ConnectorOperations.Update)]
    [TestCase(ConnectorOperations.Authenticate)]
    [TestCase(ConnectorOperations.ResolveUserName)]
    public async Task An_answer_without_a_uid_is_refused(ConnectorOperations operation)
    {
        Assert.That(await CallAsync(new("7"), operation), Is.EqualTo(new Uid("7")));

        var refused = await Assert.ThrowsAsync<SyncLawException>(() => CallAsync(default, operation).AsTask());

        Assert.That(refused?.LawId, Is.EqualTo(SyncLawIds.Slc410AnswersUid));
        Assert.That(refused?.Message, Does.Contain(operation.ToString()).And.Contain("test").And.Contain("__ACCOUNT__"));
    }

    [Test]
    public async Task An_untyped_create_is_refused_too()
    {
        await using var facade = new TestFacade(null, one => new Creating(one));

        var refused = await Assert.ThrowsAsync<SyncLawException>(() => facade.CreateAsync(ObjectClass.Group, [new(AttributeNames.Name, "admins")]).AsTask());

        Assert.That(refused?.LawId, Is.EqualTo(SyncLawIds.Slc410AnswersUid));
    }

    private static async ValueTask<Uid> CallAsync(Uid answer, ConnectorOperations operation)
    {
        using var password = GuardedString.FromString("invented");
        await using var facade = new TestFacade(null, one => new Answering(one, answer));
        return operation switch
        {
            ConnectorOperations.Create => await ((IObjectClassFacade<Account>)facade.Operations).CreateAsync(new Account("1", "elun")),
            ConnectorOperations.Update => await facade.UpdateAsync(ObjectClass.Account, new("1"), ObjectPatch.Build().Set("mail", "elun@example.org").Build()),
            ConnectorOperations.Authenticate => await facade.AuthenticateAsync(ObjectClass.Account, "elun", password),
            _ => await facade.ResolveUserNameAsync(ObjectClass.Account, "elun"),
        };
    }

    private sealed class Answering(ConnectorFacade facade, Uid answer)
        : TypedOperations<Account>(facade, ConnectorOperations.Create | ConnectorOperations.Update | ConnectorOperations.Authenticate | ConnectorOperations.ResolveUserName)
    {
        protected override ValueTask<Uid> CreateAsync(Account source, OperationContext context) => new(answer);

        protected internal override ValueTask<Uid> UpdateAsync(Uid uid, ObjectPatch patch, OperationContext context) => new(answer);

        protected internal override ValueTask<Uid> AuthenticateAsync(string userName, GuardedString password, OperationContext context) => new(answer);

        protected internal override ValueTask<Uid> ResolveUserNameAsync(string userName, OperationContext context) => new(answer);
    }

    private sealed class Creating(ConnectorFacade facade) : UntypedOperations(facade, ObjectClass.Group, null, ConnectorOperations.Create)
    {
        protected override ValueTask<Uid> CreateAsync(ConnectorObject source, OperationContext context) => default;
    }
}
