using System.Globalization;

namespace Sluice.Benchmarks.Plots;

/// <summary>Where a value lies on an axis that counts by powers of ten.</summary>
internal sealed class Scale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    private Scale(double low, double high, double from, double to) => (_low, _high, _from, _to) = (low, high, from, to);

    /// <summary>An axis from the power below the least value to the one above the greatest.</summary>
    public static Scale Around(IEnumerable<double> values, double from, double to)
    {
        var known = values.Where(value => value > 0).ToArray();
        return new(Math.Floor(Math.Log10(known.Min()) + 0.001), Math.Ceiling(Math.Log10(known.Max()) - 0.001), from, to);
    }

    /// <summary>An axis from the least to the greatest value, with a margin.</summary>
    public static Scale Between(IReadOnlyCollection<double> values, double from, double to)
    {
        var (low, high) = (Math.Log10(values.Min()), Math.Log10(values.Max()));
        var margin = Math.Max(0.04 * (high - low), 0.02);
        return new(low - margin, high + margin, from, to);
    }

    /// <summary>The powers of ten on the axis.</summary>
    public IEnumerable<double> Powers => Enumerable.Range((int)Math.Ceiling(_low), (int)(Math.Floor(_high) - Math.Ceiling(_low)) + 1).Select(power => Math.Pow(10, power));

    public double At(double value) => _from + ((Math.Log10(Math.Max(value, Math.Pow(10, _low))) - _low) / (_high - _low) * (_to - _from));

    /// <summary>A value for a reader: 25 M, 1.2 k, 0.5.</summary>
    public static string Label(double value) => value switch
    {
        >= 1e9 => Short(value / 1e9) + " G",
        >= 1e6 => Short(value / 1e6) + " M",
        >= 1e3 => Short(value / 1e3) + " k",
        _ => Short(value),
    };

    private static string Short(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
