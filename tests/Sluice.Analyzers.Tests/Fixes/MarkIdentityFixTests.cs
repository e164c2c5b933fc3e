using Sluice.Analyzers.Shape;
using Sluice.CodeFixes;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>SLC007: the member that everybody would take for it becomes the uid, or the name.</summary>
public sealed class MarkIdentityFixTests
{
    [Test]
    public async Task OnParametersAndProperties() => await Verify<ObjectClassShapeAnalyzer, MarkIdentityFix>.Fixes(
        """
        using Sluice;

        [ObjectClass("person")]
        public partial record {|SLC007:{|SLC007:Person|}|}(
            string Id, // from the registry
            string Login);

        [ObjectClass("team")]
        public partial class {|SLC007:Team|}
        {
            /// <summary>The number.</summary>
            public int TeamId { get; init; }

            [Name] public string? Title { get; init; }
        }

        [ObjectClass("device")]
        public partial class {|SLC007:Device|} { [Uid] public int Number { get; init; } public string Name { get; init; } = ""; }
        """,
        """
        using Sluice;

        [ObjectClass("person")]
        public partial record Person(
            [Uid] string Id, // from the registry
            [Name] string Login);

        [ObjectClass("team")]
        public partial class Team
        {
            /// <summary>The number.</summary>
            [Uid] public int TeamId { get; init; }

            [Name] public string? Title { get; init; }
        }

        [ObjectClass("device")]
        public partial class Device { [Uid] public int Number { get; init; } [Name] public string Name { get; init; } = ""; }
        """);

    [Test]
    public async Task WhereTheNamespaceIsNotImported() => await Verify<ObjectClassShapeAnalyzer, MarkIdentityFix>.Fixes(
        "[Sluice.ObjectClass(\"a\")] partial record {|SLC007:Person|}([Sluice.Name] string Login, System.Guid Id);",
        "[Sluice.ObjectClass(\"a\")] partial record Person([Sluice.Name] string Login, [global::Sluice.Uid] System.Guid Id);");

    [TestCase("partial record {|SLC007:Person|}([Name] string Login, string Number);", Description = "nothing is called like a uid")]
    [TestCase("partial record {|SLC007:Person|}([Name] string Login, bool Id);", Description = "no type for a uid")]
    [TestCase("partial record {|SLC007:Person|}([Name] string Login, [ObjectAttribute(\"key\")] string Id);", Description = "it is an attribute already")]
    [TestCase("partial record Person([Uid, Name] string Id, [{|SLC007:Uid|}] string Key);", Description = "which one is right?")]
    [TestCase("partial record {|SLC007:Person|}([Name] string Login) : Entry;", Description = "written elsewhere")]
    public async Task NotWhereThereIsDoubt(string source) => await Verify<ObjectClassShapeAnalyzer, MarkIdentityFix>.OffersNothing(
        $"using Sluice; public record Entry {{ public string Id {{ get; init; }} = \"\"; }} [ObjectClass(\"a\")] {source}");
}
