using Sluice;

namespace Quickstart;

/// <summary>People who work on the same thing.</summary>
[ObjectClass(ObjectClasses.Group, Description = "People who work on the same thing")]
public sealed partial record Team(
    [Uid] string Id,
    [Name] string Title,
    string? Description,
    IReadOnlyList<string> Members);
