namespace Sluice.Generators.Emission;

/// <summary>What marks generated types.</summary>
internal static class GeneratedCode
{
    /// <summary>The attribute with this generator's name and version.</summary>
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"Sluice.Generators\", \"{typeof(GeneratedCode).Assembly.GetName().Version.ToString(3)}\")]";
}
