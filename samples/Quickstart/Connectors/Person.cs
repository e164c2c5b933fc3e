using Sluice;

namespace Quickstart;

/// <summary>Somebody who works here.</summary>
[ObjectClass(ObjectClasses.Account, Description = "Somebody who works here")]
public sealed partial record Person(
    [Uid] string Id,
    [Name] string Login,
    string DisplayName,
    string? Mail,
    string Department,
    [Enabled] bool Enabled);
