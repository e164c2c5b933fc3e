using Sluice.Testing;

namespace Sluice.Generators.Tests.Connector;

/// <summary>A project as users have it: all generators of the package at work.</summary>
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
        using Microsoft.Extensions.Logging;
        using Sluice;

        """;

    public static Consumer Nullable { get; } = new() { Generators = [new ConnectorGenerator(), new ObjectClassGenerator(), new ConfigurationGenerator()], Allow = ["CS8019"] };

    public static Consumer Oblivious { get; } = Nullable with { Nullable = false };

    /// <summary>A run over one file; the usings come on their own.</summary>
    public static GeneratorRun Run(string source, Consumer? consumer = null) => GeneratorRun.Of(Usings + source, consumer ?? Nullable);
}
