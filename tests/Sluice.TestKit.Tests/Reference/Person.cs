using System.Collections.Immutable;

namespace Sluice.TestKit.Tests;

public enum Employment
{
    Permanent,
    Temporary,
}

/// <summary>An account with an attribute of each type; the writer chooses its uid, which stays when the name changes.</summary>
[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person(
    [Uid] string Id,
    [Name] string Login,
    string Department,
    string? Mail,
    ImmutableArray<string> Roles,
    int? Number,
    long? Badge,
    double? Workload,
    decimal? Salary,
    DateTimeOffset? Hired,
    DateOnly? Born,
    Guid? Correlation,
    byte[]? Photo,
    Employment? Employment,
    [Enabled] bool Enabled);
