using Sluice.Generators.Infrastructure;
using Sluice.Testing;

namespace Sluice.Generators.Tests.Harness.Infrastructure;

public sealed class TypeHierarchyTests
{
    [TestCase("static partial class A { }", "A")]
    [TestCase("namespace N.@event; partial interface I<in T, out U> { partial interface B { } }", "N.event.I`2+B")]
    [TestCase("namespace N; readonly ref partial struct S { }", "N.S")]
    [TestCase("namespace N; abstract partial record R<T>(T Value) where T : class { protected readonly partial record struct @class<U>(U Other) { } }", "N.R`1+class`1")]
    public void AnotherPartCompiles(string source, string metadataName)
    {
        var compilation = Consumer.Default.Compile(source);
        var hierarchy = TypeHierarchy.Of(compilation.GetTypeByMetadataName(metadataName)!);
        var writer = new SourceWriter();
        using (hierarchy.Open(writer))
            writer.WriteLine("public const int Generated = 1;");

        var both = Consumer.Default.Compile([source, writer.ToString()]);

        Assert.That(both.GetDiagnostics(), Is.Empty, writer.ToString());
        Assert.That(both.GetTypeByMetadataName(metadataName)!.GetMembers("Generated"), Has.Length.EqualTo(1));
        Assert.That(hierarchy.MetadataName, Is.EqualTo(metadataName));
    }

    [Test]
    public void TheTargetCanGetInterfacesAndAttributes()
    {
        var compilation = Consumer.Default.Compile("namespace N { partial class Outer<T> { public partial struct Inner { } } }");
        var hierarchy = TypeHierarchy.Of(compilation.GetTypeByMetadataName("N.Outer`1+Inner")!);
        var writer = new SourceWriter();
        using (hierarchy.Open(writer, "global::System.IDisposable", "/// <inheritdoc/>", "[global::System.Obsolete]"))
            writer.WriteLine("public void Dispose() { }");

        Assert.That(writer.ToString(), Is.EqualTo("""
            namespace N;

            partial class Outer<T>
            {
                /// <inheritdoc/>
                [global::System.Obsolete]
                partial struct Inner : global::System.IDisposable
                {
                    public void Dispose() { }
                }
            }

            """));
        Assert.That(hierarchy.FullyQualifiedName, Is.EqualTo("global::N.Outer<T>.Inner"));
        Assert.That(hierarchy, Is.EqualTo(TypeHierarchy.Of(compilation.Clone().GetTypeByMetadataName("N.Outer`1+Inner")!)));
    }

    [TestCase("N.A", null, false, "N.A.g.cs")]
    [TestCase("A`1+B`2", null, false, "A_1.B_2.g.cs")]
    [TestCase("N.A", "Facade", false, "N.A.Facade.g.cs")]
    [TestCase("N.A", "Facade", true, "N.A-9dddf144.Facade.g.cs")]
    public void HintNamesComeFromTheMetadataName(string metadataName, string? part, bool withHash, string expected)
        => Assert.That(HintName.For(metadataName, part, withHash), Is.EqualTo(expected));

    [Test]
    public void HashesTellNamesApartThatDifferInCase()
        => Assert.That(HintName.For("N.a", withHash: true), Is.Not.EqualTo(HintName.For("N.A", withHash: true)).IgnoreCase);
}
