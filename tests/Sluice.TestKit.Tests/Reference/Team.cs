using System.Collections.Immutable;

namespace Sluice.TestKit.Tests;

/// <summary>A group whose uid is its name, as in a directory whose entries are known by their paths: a rename changes the uid.</summary>
[ObjectClass(ObjectClasses.Group)]
public sealed partial record Team([Uid] string Path, [Name] string Title, string? Description, ImmutableArray<string> Members);
