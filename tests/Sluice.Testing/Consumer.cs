using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>The project that test sources are compiled in. The defaults are those of a new project, without implicit usings.</summary>
public sealed record Consumer
{
    private readonly ImmutableArray<IIncrementalGenerator> _generators;

    /// <summary>The project most tests want.</summary>
    public static Consumer Default { get; } = new();

    /// <summary>The project's nullable context.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>The language version; by default the newest the hosted compiler knows.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Ids of compiler diagnostics that are no failure in this test.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>MSBuild properties the project shows to generators and analyzers.</summary>
    public ImmutableDictionary<string, string> BuildProperties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the project builds: a program, where it has top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The project's references.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = ConsumerReferences.All;

    /// <summary>The generators that run; by default those named by <see cref="UsesGeneratorAttribute{TGenerator}"/>.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators
    {
        get => _generators.IsDefault ? GeneratorsOfTestAssembly() : _generators;
        init => _generators = value;
    }

    internal CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    internal CSharpCompilationOptions CompilationOptions => new CSharpCompilationOptions(OutputKind)
        .WithWarningLevel(9999)
        .WithNullableContextOptions(Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);

    internal AnalyzerConfigOptionsProvider OptionsProvider => new BuildPropertyOptions(BuildProperties);

    internal CSharpCompilation Compile(Sources sources) => CSharpCompilation.Create("Consumer", sources.Select(Parse), References, CompilationOptions);

    internal SyntaxTree Parse(SourceFile file)
        => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, System.Text.Encoding.UTF8), ParseOptions, file.Path);

    internal GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        Generators.Select(GeneratorExtensions.AsSourceGenerator),
        parseOptions: ParseOptions,
        optionsProvider: OptionsProvider,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static ImmutableArray<IIncrementalGenerator> GeneratorsOfTestAssembly()
        => TestContext.CurrentContext.Test.Type is { } fixture
            ? [.. fixture.Assembly.GetCustomAttributes<UsesGeneratorAttribute>().Select(attribute => attribute.Create())]
            : [];

    private sealed class BuildPropertyOptions(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        private const string Prefix = "build_property.";

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && properties.TryGetValue(key[Prefix.Length..], out value);
        }
    }
}
