namespace Sluice.Tests.Runtime.Scripted;

/// <summary>One event of a scripted source: a delta of a uid, or (without one) a move of the position.</summary>
internal readonly record struct Change(SyncToken Token, string? Uid)
{
    public bool IsCheckpoint => Uid is null;

    // Every third one is a delete, so that both kinds pass everywhere.
    public SyncDelta<Account> Typed => IsDelete ? SyncDelta.Delete<Account>(Token, Uid!) : SyncDelta.CreateOrUpdate(Token, new Account(Uid!, "login-" + Uid));

    public SyncDelta Untyped => IsDelete
        ? SyncDelta.Delete(Token, ObjectClass.Account, Uid!)
        : SyncDelta.CreateOrUpdate(Token, ConnectorObject.Build(ObjectClass.Account, Uid!, "login-" + Uid).Build());

    private bool IsDelete => Uid!.EndsWith('3');

    public override string ToString() => IsCheckpoint ? $"[{Token}]" : $"{Uid}@{Token}";
}
