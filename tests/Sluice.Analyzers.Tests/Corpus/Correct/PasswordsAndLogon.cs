using Sluice;

namespace Corpus.PasswordsAndLogon;

public interface IAccounts
{
    Task<string?> FindAsync(string userName, CancellationToken cancellation);

    Task<bool> VerifyAsync(string id, byte[] hash, CancellationToken cancellation);

    Task StoreAsync(string id, IReadOnlyDictionary<string, object?> values, CancellationToken cancellation);

    Task<string> AddAsync(string login, CancellationToken cancellation);
}

[ObjectClass(ObjectClasses.Account)]
public sealed partial record Account(
    [Uid] string Id,
    [Name] string Login,
    [Password] GuardedString? Password,
    [LockedOut] bool Locked,
    [ObjectAttribute(AttributeNames.PasswordExpired)] bool? Expired);

[ConnectorConfiguration]
public sealed partial class AccountsConfiguration
{
    [ConfigurationProperty(Order = 1)]
    public string Server { get; set; } = "localhost";

    [ConfigurationProperty(Order = 2)]
    public GuardedString? ServicePassword { get; set; }
}

[Connector("corpus-passwords-and-logon")]
public sealed partial class AccountsConnector(IAccounts accounts, AccountsConfiguration configuration)
{
    [Authenticate<Account>]
    public async ValueTask<string> LogOnAsync(string userName, GuardedString password, CancellationToken cancellation)
    {
        var id = await ResolveAsync(userName, cancellation);
        var hash = password.Access(static characters => System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(characters)));
        return await accounts.VerifyAsync(id, hash, cancellation) ? id : throw new InvalidCredentialException($"{userName} cannot log on to {configuration.Server}.");
    }

    [ResolveUserName<Account>]
    public async ValueTask<string> ResolveAsync(string userName, CancellationToken cancellation)
        => await accounts.FindAsync(userName, cancellation) ?? throw new InvalidCredentialException($"{userName} cannot log on to {configuration.Server}.");

    [Create<Account>]
    public async Task<string> CreateAsync(Account account, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(account.Login, cancellation) is { } taken)
            throw new AlreadyExistsException($"The login {account.Login} is taken.") { Uid = taken };
        return await accounts.AddAsync(account.Login, cancellation);
    }

    [Update<Account>]
    public async Task UpdateAsync(string uid, ObjectPatch patch, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var change in patch.Changes)
        {
            values[change.Name] = change.Kind switch
            {
                AttributeChangeKind.Clear => null,
                AttributeChangeKind.Set => change.Value,
                _ => throw new InvalidAttributeValueException($"{change.Name} has one value only.") { Uid = uid },
            };
        }

        await accounts.StoreAsync(uid, values, cancellation);
    }
}
