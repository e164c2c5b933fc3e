using Sluice.Analyzers.Shape;
using Sluice.CodeFixes;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>SLC001: a type and the types around it become partial.</summary>
public sealed class MakePartialFixTests
{
    [Test]
    public async Task TheTypeAndTheTypesAroundIt() => await Verify<ObjectClassShapeAnalyzer, MakePartialFix>.Fixes(
        """
        using Sluice;

        namespace Demo;

        /// <summary>Outermost.</summary>
        static class {|SLC001:{|SLC001:Outer|}|}
        {
            // A struct, on two lines.
            internal
                struct {|SLC001:{|SLC001:Middle|}|}
            {
                /// <summary>A person.</summary>
                [ObjectClass("person")] // the class
                public sealed record {|SLC001:Person|}([Uid, Name] string Id);

                [ObjectClass("team")]
                class {|SLC001:Team|} { [Uid, Name] public int Id { get; init; } }
            }
        }
        """,
        """
        using Sluice;

        namespace Demo;

        /// <summary>Outermost.</summary>
        static partial class Outer
        {
            // A struct, on two lines.
            internal
                partial struct Middle
            {
                /// <summary>A person.</summary>
                [ObjectClass("person")] // the class
                public sealed partial record Person([Uid, Name] string Id);

                [ObjectClass("team")]
                partial class Team { [Uid, Name] public int Id { get; init; } }
            }
        }
        """);

    [Test]
    public async Task WithoutAnyModifier() => await Verify<ObjectClassShapeAnalyzer, MakePartialFix>.Fixes(
        "using Sluice;\n/* a */ [ObjectClass(\"a\")]\n/* b */ record /* c */ {|SLC001:Person|}([Uid, Name] string Id);\n// top\ninterface {|SLC001:IOuter|} { [ObjectClass(\"b\")] partial record Team([Uid, Name] string Id); }",
        "using Sluice;\n/* a */ [ObjectClass(\"a\")]\n/* b */ partial record /* c */ Person([Uid, Name] string Id);\n// top\npartial interface IOuter { [ObjectClass(\"b\")] partial record Team([Uid, Name] string Id); }");

    [Test]
    public async Task InSeveralFiles() => await Verify<ConfigurationShapeAnalyzer, MakePartialFix>.Fixes(
        [("A.cs", "[Sluice.ConnectorConfiguration] public class {|SLC001:A|} { }"), ("B.cs", "[Sluice.ConnectorConfiguration] public class {|SLC001:B|} { }")],
        [("A.cs", "[Sluice.ConnectorConfiguration] public partial class A { }"), ("B.cs", "[Sluice.ConnectorConfiguration] public partial class B { }")]);

    [Test]
    public async Task TheOtherPartInTheFile() => await Verify<ConfigurationShapeAnalyzer, MakePartialFix>.Fixes(
        "using Sluice; [ConnectorConfiguration] public partial class {|SLC001:A|} { } public class {|CS0260:A|} { public int Port { get; set; } }",
        "using Sluice; [ConnectorConfiguration] public partial class A { } public partial class A { public int Port { get; set; } }");
}
