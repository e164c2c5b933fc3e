using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Testing;
using static Sluice.Generators.Tests.Harness.Expected;

namespace Sluice.Generators.Tests.Harness
{
    public sealed class ModelShapeTests
    {
        [Test]
        public void GoodModelsPass()
            => Assert.That(() => ModelShape.Assert(GetType().Assembly, "Sluice.Generators.Tests.Harness.GoodModels", typeof(SpecialType)), Throws.Nothing);

        [Test]
        public void TheInfrastructuresModelsPass()
            => Assert.That(ModelShape.Violations([typeof(TypeHierarchy), typeof(TypeDeclaration)]), Is.Empty);

        [TestCase(typeof(BadModels.PlainClass), "not a record")]
        [TestCase(typeof(BadModels.PlainStruct), "not a record")]
        [TestCase(typeof(BadModels.Open), "not sealed")]
        [TestCase(typeof(BadModels.Mutable), "can be changed")]
        [TestCase(typeof(BadModels.WithSymbol), "WithSymbol.Type is")]
        [TestCase(typeof(BadModels.WithSyntax), "WithSyntax.Node is")]
        [TestCase(typeof(BadModels.WithLocation), "WithLocation.Location is")]
        [TestCase(typeof(BadModels.WithImmutableArray), "WithImmutableArray.Names is")]
        [TestCase(typeof(BadModels.WithArray), "WithArray.Names is")]
        [TestCase(typeof(BadModels.WithList), "WithList.Names is")]
        [TestCase(typeof(BadModels.WithNestedSymbols), "WithNestedSymbols.Types is")]
        [TestCase(typeof(BadModels.OwnEquality), "equality of its own")]
        [TestCase(typeof(BadModels.MutableStruct), "can be changed")]
        public void BadModelsAreFound(Type model, string expected)
            => Assert.That(ModelShape.Violations([model]), Has.Some.Contains(expected));

        [Test]
        public void AWholeNamespaceOfBadModelsFails()
        {
            Assert.That(() => ModelShape.Assert(GetType().Assembly, "Sluice.Generators.Tests.Harness.BadModels"), Fails("WithSymbol"));
            Assert.That(() => ModelShape.Assert(GetType().Assembly, "No.Such.Namespace"), Fails("no types"));
        }

        [Test]
        public void ValuesAreSearchedAsWell()
        {
            EquatableArray<string> names = ["a"];
            Assert.That(ModelShape.RoslynObjectsIn(new GoodModels.Record("a", 1, names, null, SpecialType.None)), Is.Empty);
            Assert.That(ModelShape.RoslynObjectsIn((1, new BadModels.WithLocation(Location.None))), Has.One.Contains("Item2.Location"));
            Assert.That(ModelShape.RoslynObjectsIn(ImmutableArray.Create<object>("a", new BadModels.WithArray(["x"]))), Has.One.Contains("[1].Names"));
        }
    }
}

namespace Sluice.Generators.Tests.Harness.GoodModels
{
    internal sealed record Record(string Name, int Count, EquatableArray<string> Names, Point? Point, SpecialType Type)
    {
        public TypeHierarchy? Hierarchy { get; init; }
    }

    internal readonly record struct Point(double X, Color? Color);

    internal enum Color
    {
        Red,
    }

    internal static class Helpers;
}

namespace Sluice.Generators.Tests.Harness.BadModels
{
    internal sealed class PlainClass;

    internal readonly struct PlainStruct;

    internal record Open(string Name);

    internal sealed record Closed(string Name) : Open(Name);

    internal sealed record Mutable(string Name)
    {
        public int Count { get; set; }
    }

    internal record struct MutableStruct(string Name);

    internal sealed record WithSymbol(INamedTypeSymbol Type);

    internal sealed record WithSyntax(SyntaxNode Node);

    internal sealed record WithLocation(Location Location);

    internal sealed record WithImmutableArray(ImmutableArray<string> Names);

    internal sealed record WithArray(string[] Names);

    internal sealed record WithList(List<string> Names);

    internal sealed record WithNestedSymbols(EquatableArray<WithSymbol> Types);

    internal sealed record OwnEquality(string Name, int Count)
    {
        public bool Equals(OwnEquality? other) => other?.Name == Name;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
    }
}
