using Sluice.Testing;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Sources for the generators of these tests.</summary>
internal static class Marked
{
    public static readonly SourceFile Attribute = ("Mark.cs", "internal sealed class MarkAttribute : System.Attribute { }");

    public static Sources With(params ReadOnlySpan<SourceFile> files) => Sources.Of([Attribute, .. files]);
}
