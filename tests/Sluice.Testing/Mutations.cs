using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Testing;

/// <summary>Broken and half-typed versions of valid code: what generators and analyzers see most of the day.</summary>
public static class Mutations
{
    private static readonly string[] HalfTyped =
    [
        "public ", "public async Task<", "void M(", "=> ", "{ get; ", "[", "[assembly: ", "partial record ", "class C : ", "where T : ", "\"", "$\"{", "/*", "#if X\n",
        "}", "{", "<", ">", "(", ")", ";", ",", "?", "null", "default", "@", "global::", "static ", "file ", "ref ", "unsafe ", "params ", "this ", "1.", "nameof(", "typeof(",
    ];

    /// <summary>The same mutants for the same source, seed and count, on every machine.</summary>
    public static IEnumerable<string> Of(string source, int seed, int count)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        if (tokens.Length < 2)
            throw new ArgumentException("There is nothing to mutate.", nameof(source));
        var random = new Dice(seed);
        for (var made = 0; made < count;)
        {
            var parts = tokens.Select(token => token.ToFullString()).ToList();
            for (var times = 1 + random.Next(3); times > 0 && parts.Count > 1; times--)
                Mutate(parts, tokens, random);
            var mutant = string.Concat(parts);
            if (mutant == source || string.IsNullOrWhiteSpace(mutant))
                continue;
            made++;
            yield return mutant;
        }
    }

    private static void Mutate(List<string> parts, SyntaxToken[] tokens, Dice random)
    {
        var at = random.Next(parts.Count);
        switch (random.Next(8))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Insert(at, parts[at]);
                break;
            case 2:
                var other = random.Next(parts.Count);
                (parts[at], parts[other]) = (parts[other], parts[at]);
                break;
            case 3:
                parts.RemoveRange(at, parts.Count - at);
                break;
            case 4:
                parts.RemoveRange(at, Math.Min(1 + random.Next(8), parts.Count - at));
                break;
            case 5:
                parts.InsertRange(at, [.. parts.GetRange(at, Math.Min(1 + random.Next(12), parts.Count - at))]);
                break;
            case 6:
                parts.Insert(at, HalfTyped[random.Next(HalfTyped.Length)]);
                break;
            default:
                // A name that exists, in a place where it means something else.
                parts[at] = tokens[random.Next(tokens.Length)].ToFullString();
                break;
        }
    }

    // Not System.Random: its sequence for a seed is no promise, and a failing mutant must stay findable.
    private sealed class Dice(int seed)
    {
        private ulong _state = unchecked((ulong)seed + 0x9E3779B97F4A7C15);

        public int Next(int below)
        {
            _state = unchecked(_state + 0x9E3779B97F4A7C15);
            var mixed = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9);
            mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
            return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
        }
    }
}
