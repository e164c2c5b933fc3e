using Sluice.Analyzers.ObjectClasses;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.ObjectClasses;

/// <summary>What the rules about classes that one method serves have in common; each law's own tests are beside this file.</summary>
public sealed class ClassDispatchTests
{
    private const string Body = """
        {
            switch (objectClass.Name)
            {
                case ObjectClasses.Account:
                    foreach (var one in _source.Read("people", after)) yield return one;
                    break;
                case ObjectClasses.Group when _source.HasGroups:
                    foreach (var one in _source.Read("groups", after)) yield return one;
                    break;
                case {|SLC104:ObjectClasses.All|}:
                    break;
                default:
                    throw new UnsupportedObjectClassException(objectClass, [ObjectClass.Account], "Sync");
            }
        }
        """;

    [Test]
    public Task An_empty_branch_of_all_is_told_among_classes_that_are_served() => Verify<ClassDispatchAnalyzer>.Reports(Dispatch.Iterator(Body, "ObjectClasses.Account, ObjectClasses.Group, ObjectClasses.All"));

    [Test]
    public async Task Broken_code_does_no_harm()
    {
        var connector = Dispatch.Iterator(Body.Replace("{|SLC104:ObjectClasses.All|}", "ObjectClasses.All", StringComparison.Ordinal), "ObjectClasses.Account, ObjectClasses.Group, ObjectClasses.All");
        foreach (var mutant in Mutations.Of(connector.Files[0].Text, seed: 13, count: 40))
            await Verify<ClassDispatchAnalyzer>.Survives([("Connector.cs", mutant), connector.Files[1]]);
    }
}
