namespace Sluice.Analyzers.Tests.Shape;

/// <summary>Sources around a connector's members, so that a test shows its subject only.</summary>
internal static class ConnectorSource
{
    /// <summary>What a new file of a project with implicit usings sees.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;

        """;

    public const string Person = """

        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person([Uid] string Id, [Name] string Login);

        """;

    /// <summary>A connector with these members, and the object class Person.</summary>
    public static string With(string members) => $"{Usings}{Person}\n[Connector(\"hr\")]\npublic sealed partial class Hr\n{{\n{members}\n}}\n";
}
