using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Sluice.Testing;

/// <summary>Same input, same bytes: again, under other cultures, and with the files in another order.</summary>
public static class Determinism
{
    /// <summary>Runs the generators in all these ways and compares.</summary>
    public static void Assert(Sources sources, Consumer? consumer = null)
    {
        consumer ??= Consumer.Default;
        var expected = Generate(sources, consumer, CultureInfo.InvariantCulture);
        if (expected.IsEmpty)
            throw new AssertionException("Nothing was generated.");
        Compare("a second run", Generate(sources, consumer, CultureInfo.InvariantCulture));
        Compare("the files in reverse", Generate(Sources.Of([.. sources.Reverse()]), consumer, CultureInfo.InvariantCulture));
        foreach (var culture in Cultures())
            Compare($"culture {culture.Name}", Generate(sources, consumer, culture));

        void Compare(string how, ImmutableSortedDictionary<string, string> actual)
        {
            foreach (var hint in expected.Keys.Union(actual.Keys, StringComparer.Ordinal))
            {
                var diff = TextDiff.Unified(expected.GetValueOrDefault(hint, ""), actual.GetValueOrDefault(hint, ""));
                if (diff.Length > 0)
                    throw new AssertionException($"With {how}, {hint} comes out differently.\n{diff}");
            }
        }
    }

    /// <inheritdoc cref="Assert(Sources, Consumer?)"/>
    public static void Assert(IIncrementalGenerator generator, Sources sources, Consumer? consumer = null)
        => Assert(sources, (consumer ?? Consumer.Default) with { Generators = [generator] });

    private static IEnumerable<CultureInfo> Cultures()
    {
        // Set by hand as well, so that the test bites where the system has no culture data.
        var finnish = (CultureInfo)CultureInfo.GetCultureInfo("fi-FI").Clone();
        finnish.NumberFormat.NegativeSign = "\u2212";
        finnish.NumberFormat.NumberDecimalSeparator = ",";
        var arabic = (CultureInfo)CultureInfo.GetCultureInfo("ar-SA").Clone();
        arabic.NumberFormat.NegativeSign = "\u061C-";
        arabic.NumberFormat.NumberDecimalSeparator = "\u066B";
        return [finnish, CultureInfo.GetCultureInfo("tr-TR"), arabic];
    }

    private static ImmutableSortedDictionary<string, string> Generate(Sources sources, Consumer consumer, CultureInfo culture)
    {
        var (current, currentUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return GeneratorRun.OfBroken(sources, consumer).Generated
                .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (current, currentUi);
        }
    }
}
