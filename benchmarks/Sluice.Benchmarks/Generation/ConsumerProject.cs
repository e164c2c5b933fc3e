using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Benchmarks;

/// <summary>A user's project with so many connectors, one to a file with its configuration and its object class, and one file without any.</summary>
public sealed class ConsumerProject
{
    private const string UnrelatedPath = "Unrelated.cs";
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsConsumers(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly SyntaxTree _unrelated;
    private readonly SyntaxTree _first;
    private readonly SyntaxTree _unrelatedEdited = Parse(UnrelatedPath, UnrelatedText(1));
    private readonly SyntaxTree _outsideEdited = Parse(PathOf(0), Text(0, outside: 1));
    private readonly SyntaxTree _reallyEdited = Parse(PathOf(0), Text(0, further: "    string? Nickname,\n"));

    public ConsumerProject(int connectors)
    {
        Connectors = connectors;
        SyntaxTree[] trees = [Parse(UnrelatedPath, UnrelatedText(0)), .. Enumerable.Range(0, connectors).Select(number => Parse(PathOf(number), Text(number)))];
        _unrelated = trees[0];
        _first = trees[1];
        Compilation = CSharpCompilation.Create("Consumer", trees, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public int Connectors { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The same sources, nothing bound yet.</summary>
    public CSharpCompilation Fresh() => CSharpCompilation.Create("Consumer", Compilation.SyntaxTrees, References, Compilation.Options);

    /// <summary>A method is edited in a file that has no connector.</summary>
    public CSharpCompilation EditUnrelated() => Compilation.ReplaceSyntaxTree(_unrelated, _unrelatedEdited);

    /// <summary>A helper class is edited in the file of a connector.</summary>
    public CSharpCompilation EditOutside() => Compilation.ReplaceSyntaxTree(_first, _outsideEdited);

    /// <summary>An object class gets another attribute.</summary>
    public CSharpCompilation EditReally() => Compilation.ReplaceSyntaxTree(_first, _reallyEdited);

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver Driver(IEnumerable<IIncrementalGenerator> generators, bool tracked = false) => CSharpGeneratorDriver.Create(
        generators.Select(GeneratorExtensions.AsSourceGenerator),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracked));

    private static bool IsConsumers(string assembly) =>
        assembly is "Sluice" or "mscorlib" or "netstandard"
        || assembly.StartsWith("System", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, path: path);

    private static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"System{number}.cs");

    private static string UnrelatedText(int edit) => string.Create(CultureInfo.InvariantCulture, $"namespace Consumer; internal static class Unrelated {{ public static int Count() => {edit}; }}\n");

    private static string Text(int number, int outside = 0, string further = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;

        namespace Consumer.System{{number}};

        [ConnectorConfiguration]
        public sealed partial class SystemConfiguration
        {
            [ConfigurationProperty(Order = 1), Required]
            public string Host { get; set; } = "";

            [ConfigurationProperty(Order = 2), Range(1, 10_000)]
            public int PageSize { get; set; } = 200;
        }

        [ObjectClass(ObjectClasses.Account)]
        public sealed partial record Person(
            [Uid] string Id,
            [Name] string Login,
        {{further}}    string? Mail,
            string? GivenName,
            string? FamilyName,
            string? Telephone,
            [Enabled] bool Enabled,
            IReadOnlyList<string> Groups);

        [Connector("system-{{number}}")]
        public sealed partial class SystemConnector(SystemConfiguration configuration)
        {
            [TestConnection]
            public ValueTask TestAsync(CancellationToken cancellation) => default;

            [LatestSyncToken<Person>]
            public ValueTask<long?> LatestAsync(CancellationToken cancellation) => new(configuration.PageSize);

            [Sync<Person>(TokenGranularity.PerDelta)]
            public async IAsyncEnumerable<SyncDelta<Person>> SyncAsync(long? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
            {
                for (var token = after ?? 0; token < configuration.PageSize; token++)
                {
                    await Task.Yield();
                    cancellation.ThrowIfCancellationRequested();
                    yield return SyncDelta.Delete<Person>(token + 1, "p");
                }
            }

            [Search<Person>]
            public async IAsyncEnumerable<Person> SearchAsync(Filter? filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
            {
                await Task.Yield();
                yield break;
            }

            [Create<Person>]
            public ValueTask<string> CreateAsync(Person person, CancellationToken cancellation) => new(person.Id);

            [Update<Person>]
            public ValueTask UpdateAsync(string uid, ObjectPatch patch, CancellationToken cancellation) => default;

            [Delete<Person>]
            public ValueTask DeleteAsync(string uid, CancellationToken cancellation) => default;
        }

        internal static class Helper
        {
            public static int Count() => {{outside}};
        }

        """);
}
