using System.Globalization;
using Sluice.Generators.Infrastructure;

namespace Sluice.Generators.Tests.Harness.Infrastructure;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SourceWriterTests
{
    private readonly SourceWriter _writer = new();

    [Test]
    public void BlocksIndentAndRawStringsFollow()
    {
        using (_writer.Block("class A"))
        {
            _writer.WriteLine("""
                int F()
                {
                    return 1;
                }
                """);
            using (_writer.Block($"void {"G"}()", "};"))
                _writer.WriteLine("return;");
            using (_writer.Indent())
                _writer.WriteLine("// deeper");
        }

        Is("class A\n{\n    int F()\n    {\n        return 1;\n    }\n    void G()\n    {\n        return;\n    };\n        // deeper\n}\n");
    }

    [Test]
    public void BlankLinesLookAfterThemselves()
    {
        _writer.WriteLine();
        using (_writer.Block("class A"))
        {
            _writer.WriteLine();
            _writer.WriteLine("int a;");
            _writer.WriteLine();
            _writer.WriteLine();
            _writer.WriteLine("int b;\n   \n\nint c;");
            _writer.WriteLine();
        }

        Is("class A\n{\n    int a;\n\n    int b;\n\n    int c;\n}\n");
    }

    [Test]
    public void NewlinesAreNormalizedAndLineEndsTrimmed()
    {
        _writer.Write("a  \r\nb\rc");
        _writer.Write(";");
        _writer.WriteLine();

        Is("a\nb\nc;\n");
    }

    [Test]
    public void HolesOfSeveralLinesKeepTheirIndentation()
    {
        var statements = "First();\nSecond();";
        using (_writer.Block("void F()"))
        {
            _writer.WriteLine($$"""
                if (true)
                {
                    {{statements}}
                }
                """);
        }

        Is("void F()\n{\n    if (true)\n    {\n        First();\n        Second();\n    }\n}\n");
    }

    [Test]
    public void NumbersAreWrittenInvariantly()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            _writer.WriteLine($"{-1} {-1.5} {12:D4} {(string?)null}{'c'}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Is("-1 -1.5 0012 c\n");
    }

    [Test]
    public void DocCommentsAreEscapedAndCannotBeLeft()
    {
        _writer.WriteSummary("a < b & c");
        _writer.WriteDoc("param", "One\r\ntwo\u2028three", name: "x\"");

        Is("/// <summary>a &lt; b &amp; c</summary>\n/// <param name=\"x&quot;\">\n/// One\n/// two\n/// three\n/// </param>\n");
    }

    private void Is(string expected) => Assert.That(_writer.ToSourceText().ToString(), NUnit.Framework.Is.EqualTo(expected));
}
