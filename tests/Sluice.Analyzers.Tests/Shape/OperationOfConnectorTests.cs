using Microsoft.CodeAnalysis;
using Sluice.Analyzers.Shape;
using Sluice.CodeFixes.Shape;
using Sluice.Testing;

namespace Sluice.Analyzers.Tests.Shape;

/// <summary>SLC012.</summary>
public sealed class OperationOfConnectorTests
{
    private const string Delete = "[Delete(\"device\")] public void {|#0:Delete|}(string uid) { }";

    [TestCase("public sealed class {|SLC012:Hr|} { " + Delete + " }", "[Delete(\"device\")] on 'Delete' generates nothing, because 'Hr' has no [Connector]; add [Connector(\"hr\")] and make it partial")]
    [TestCase("public sealed partial class {|SLC012:HrPeopleConnector|} { " + Delete + " }", "[Delete(\"device\")] on 'Delete' generates nothing, because 'HrPeopleConnector' has no [Connector]; add [Connector(\"hr-people\")]")]
    [TestCase("internal class {|SLC012:Hr|} { " + Delete + " }", "[Delete(\"device\")] on 'Delete' generates nothing, because 'Hr' has no [Connector]; add [Connector(\"hr\")] and make it partial")]
    [TestCase("public partial class {|SLC012:Hr|} { " + Delete + " }", "[Delete(\"device\")] on 'Delete' generates nothing, because 'Hr' has no [Connector]; add [Connector(\"hr\")]")]
    [TestCase("public static class {|SLC012:Hr|} { [TestConnection] public static void {|#0:Ping|}() { } }", "[TestConnection] on 'Ping' generates nothing, because 'Hr' is static and can be no connector; move the method to a class with [Connector]")]
    [TestCase("public interface {|SLC012:IHr|} { [TestConnection] void {|#0:Ping|}(); }", "[TestConnection] on 'Ping' generates nothing, because 'IHr' is an interface, and what is written on its methods is not inherited; write it on the connector's method")]
    [TestCase("public readonly struct {|SLC012:Hr|} { " + Delete + " }", "[Delete(\"device\")] on 'Delete' generates nothing, because 'Hr' is no class; move the method to a class with [Connector]")]
    [TestCase("[Connector(\"hr\")] public sealed partial class Hr { public sealed class {|SLC012:Inner|} { " + Delete + " } }", "[Delete(\"device\")] on 'Delete' generates nothing, because 'Inner' has no [Connector]; move the method to 'Hr', or make 'Inner' a connector of its own")]
    public Task Reported(string source, string message) => Verify<OperationOfConnectorAnalyzer>.Reports("using Sluice;\n" + source, ("SLC012", message));

    [Test]
    public Task In_a_program_nobody_else_derives() => Verify<OperationOfConnectorAnalyzer>.Reports(
        "using Sluice; public class {|SLC012:Hr|} { [Delete(\"device\")] public void Delete(string uid) { } static void Main() { } }",
        Consumer.Default with { OutputKind = OutputKind.ConsoleApplication });

    [TestCase("public abstract class Base { " + Delete + " }", TestName = "Meant: abstract")]
    [TestCase("public class Base { " + Delete + " }", TestName = "Meant: open to other assemblies")]
    [TestCase("internal class Base { " + Delete + " } [Connector(\"hr\")] internal sealed partial class Hr : Base { }", TestName = "Meant: base of a connector")]
    [TestCase("internal partial class Base<T> { " + Delete + " } internal class Middle : Base<int> { } [Connector(\"hr\")] internal sealed partial class Hr : Middle { }", TestName = "Meant: base of a base, generic")]
    [TestCase("[Connector(\"hr\")] public partial class Hr { } public partial class Hr { " + Delete + " }", TestName = "Meant: the other part has it")]
    [TestCase("public sealed class Hr { [System.Obsolete] public void Delete(string uid) { } }", TestName = "Meant: another attribute")]
    public Task Left_alone(string source) => Verify<OperationOfConnectorAnalyzer>.Clean("using Sluice;\n" + source.Replace("{|#0:Delete|}", "Delete", StringComparison.Ordinal));

    [Test]
    public Task Becomes_a_connector() => Verify<OperationOfConnectorAnalyzer, OperationOfConnectorFix>.Fixes(
        """
        namespace Contoso
        {
            public static class Outer
            {
                /// <summary>People.</summary>
                [System.Serializable]
                public sealed class {|SLC012:HrConnector|} // one
                {
                    [Sluice.TestConnection] public void Ping() { }
                }

                sealed partial class {|SLC012:CRM|} { [Sluice.TestConnection] public void Ping() { } }
            }
        }
        """,
        """
        namespace Contoso
        {
            public static partial class Outer
            {
                /// <summary>People.</summary>
                [global::Sluice.Connector("hr")]
                [System.Serializable]
                public sealed partial class HrConnector // one
                {
                    [Sluice.TestConnection] public void Ping() { }
                }

                [global::Sluice.Connector("crm")]
                sealed partial class CRM { [Sluice.TestConnection] public void Ping() { } }
            }
        }
        """);

    [TestCase("public sealed class {|SLC012:Hr|}(string path) { public string Path => path; [TestConnection] public void Ping() { } }", TestName = "Offers nothing: it could not be created")]
    [TestCase("public sealed class {|SLC012:Hr|}<T> { [TestConnection] public void Ping() { } }", TestName = "Offers nothing: it is generic")]
    [TestCase("public static class {|SLC012:Hr|} { [TestConnection] public static void Ping() { } }", TestName = "Offers nothing: it is static")]
    [TestCase("[Connector(\"hr\")] public sealed partial class Hr { public sealed class {|SLC012:Inner|} { [TestConnection] public void Ping() { } } }", TestName = "Offers nothing: the class around it is a connector")]
    public Task Offers_nothing(string source) => Verify<OperationOfConnectorAnalyzer, OperationOfConnectorFix>.OffersNothing("using Sluice;\n" + source);
}
