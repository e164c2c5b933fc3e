using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Parsing;
using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>Projects as users have them.</summary>
internal static class ConnectorProject
{
    /// <summary>The usings that test sources begin with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Sluice;

        """;

    /// <summary>The object classes and the configuration of most test connectors.</summary>
    public const string Objects = Usings + """
        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person([Uid] string Id, [Name] string Login);

        [ObjectClass(ObjectClasses.Group)]
        public sealed partial record Team([Uid] string Id, [Name] string Title);

        [ConnectorConfiguration]
        public sealed partial class HrConfiguration
        {
            public string DataSource { get; set; } = "hr.db";
        }
        """;

    /// <summary>All generators of the package at work; the usings are there for every case.</summary>
    public static Consumer Whole { get; } = new()
    {
        Generators = [new ConnectorGenerator(), new ObjectClassGenerator(), new ConfigurationGenerator()],
        References = [.. ConsumerReferences.All, MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.DependencyInjection.ServiceProvider).Assembly.Location)],
        Allow = ["CS8019"],
    };

    /// <summary>The connector generator alone; <see cref="Objects"/> come from a referenced assembly.</summary>
    public static Consumer Alone { get; } = Whole with
    {
        Generators = [new ConnectorGenerator()],
        References = [.. Whole.References, Reference(Objects)],
    };

    /// <summary>The same for a project that says nothing about null.</summary>
    public static Consumer Oblivious { get; } = Alone with { Nullable = false };

    /// <summary>A run of all generators; the usings, object classes and configuration come on their own.</summary>
    public static GeneratorRun Run(params ReadOnlySpan<string> sources)
        => GeneratorRun.Of(Sources.Of([("Objects.cs", Objects), .. Files(sources)]), Whole);

    /// <summary>Runs <c>Scenario.Run</c> of the sources.</summary>
    public static async Task<object?> Execute(params string[] sources)
    {
        using var emitted = Run(sources).Emit();
        return await emitted.RunAsync();
    }

    /// <summary>What the parser finds: law, marked text and arguments of each finding, in order.</summary>
    public static string Findings(string source, Consumer? consumer = null)
    {
        var found = new List<string>();
        var compilation = GeneratorRun.OfBroken(Usings + source, consumer ?? Alone).Input;
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            ConnectorParser.Parse(
                type,
                compilation,
                finding => found.Add($"{finding.LawId} {finding.Location.SourceTree?.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length)}: {string.Join(" | ", finding.Arguments)}"),
                CancellationToken.None);
        }

        return string.Join("\n", found);
    }

    private static ImmutableArray<SourceFile> Files(ReadOnlySpan<string> sources)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var source in sources)
            files.Add(($"Source{files.Count}.cs", Usings + source));
        return files.ToImmutable();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(member).Prepend(type) : Types(member));

    private static PortableExecutableReference Reference(string source)
    {
        using var image = new MemoryStream();
        var result = GeneratorRun.Of(source, Whole with { Generators = [new ObjectClassGenerator(), new ConfigurationGenerator()] }).Output
            .WithAssemblyName("Objects").Emit(image);
        Assert.That(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
