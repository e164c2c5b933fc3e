using System.ComponentModel.DataAnnotations;
using Sluice;

namespace Corpus.ConfigurationWithEverything;

public enum Security
{
    None,
    StartTls,
    Tls,
}

public abstract class ServerConfiguration
{
    [ConfigurationProperty(Order = 1, DisplayName = "Server", Group = "Connection"), Required]
    public string Host { get; set; } = "";

    [ConfigurationProperty(Order = 2, Group = "Connection"), Range(1, 65535)]
    public int Port { get; set; } = 636;

    [ConfigurationProperty(Order = 3, Group = "Connection")]
    public Security Security { get; set; } = Security.Tls;
}

[ConnectorConfiguration]
public sealed partial class DirectoryConfiguration : ServerConfiguration, IValidatableObject
{
    [ConfigurationProperty(Order = 10, Description = "Who reads the directory"), StringLength(200, MinimumLength = 3)]
    public string? BindDn { get; set; }

    [ConfigurationProperty(Order = 11)]
    public GuardedString? BindPassword { get; set; }

    [ConfigurationProperty(Order = 20)]
    public IReadOnlyList<string> BaseContexts { get; set; } = [];

    [ConfigurationProperty(Order = 21), RegularExpression("^[a-zA-Z][a-zA-Z0-9-]*$")]
    public string UidAttribute { get; init; } = "entryUUID";

    [ConfigurationProperty(Order = 22)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    [ConfigurationProperty(Order = 23)]
    public Uri? Documentation { get; set; }

    [ConfigurationProperty(Order = 24), AllowedValues("changelog", "accesslog", "none")]
    public string Strategy { get; set; } = "changelog";

    [Ignore]
    public string Url => $"{(Security == Security.Tls ? "ldaps" : "ldap")}://{Host}:{Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BindDn is not null && BindPassword is null)
            yield return new ValidationResult("A bind DN needs a password.", [nameof(BindPassword)]);
        if (BaseContexts.Count == 0)
            yield return new ValidationResult("Name one base context at least.", [nameof(BaseContexts)]);
    }
}

[ObjectClass("unit")]
public sealed partial record Unit([Uid] string EntryUuid, [Name] string Name);

public interface IDirectory
{
    Task BindAsync(string url, string? dn, GuardedString? password, CancellationToken cancellation);

    IAsyncEnumerable<Unit> ReadAsync(IReadOnlyList<string> contexts, CancellationToken cancellation);
}

[Connector("corpus-configuration-with-everything")]
public sealed partial class UnitConnector(DirectoryConfiguration configuration, IDirectory directory)
{
    [TestConnection]
    public Task TestAsync(CancellationToken cancellation) => directory.BindAsync(configuration.Url, configuration.BindDn, configuration.BindPassword, cancellation);

    [Search<Unit>]
    public IAsyncEnumerable<Unit> SearchAsync(Filter? filter, CancellationToken cancellation) => directory.ReadAsync(configuration.BaseContexts, cancellation);
}
