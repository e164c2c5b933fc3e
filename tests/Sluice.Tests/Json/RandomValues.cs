namespace Sluice.Tests.Json;

/// <summary>Random attribute values, the awkward ones included; the same for the same seed.</summary>
internal sealed class RandomValues(int seed)
{
    private readonly Random _random = new(seed);

    public ConnectorObject Object()
    {
        var builder = ConnectorObject.Build(new ObjectClass(Text(1)), Text(1), Text(1));
        foreach (var index in Enumerable.Range(0, _random.Next(8)).OrderBy(_ => _random.Next()))
        {
            var name = FormattableString.Invariant($"{"aBcÄ_-/\""[_random.Next(8)]}{index}");
            builder.Set(name, _random.Next(5) switch { 0 => null, 1 => Enumerable.Range(0, _random.Next(3)).Select(_ => Value()).ToArray(), _ => Value() });
        }

        return builder.Build();
    }

    public object Value() => _random.Next(10) switch
    {
        0 => _random.Next(2) == 0,
        1 => (int)_random.NextInt64(),
        2 => _random.NextInt64(long.MinValue, long.MaxValue),
        3 => BitConverter.Int64BitsToDouble(_random.NextInt64()) is var number && double.IsNaN(number) ? double.NaN : number,
        4 => new decimal((int)_random.NextInt64(), (int)_random.NextInt64(), (int)_random.NextInt64(), _random.Next(2) == 0, (byte)_random.Next(29)),
        5 => new DateTimeOffset(_random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(_random.Next(-840, 841))),
        6 => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)),
        7 => new Guid(Bytes(16)),
        8 => Bytes(_random.Next(20)),
        _ => Text(0),
    };

    /// <summary>Any UTF-16 code units: half surrogate pairs, control characters and combining characters among them.</summary>
    private string Text(int least)
    {
        var characters = new char[least + _random.Next(6)];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = _random.Next(4) switch
            {
                0 => (char)_random.Next(0x21, 0x7f),
                1 => (char)_random.Next(0x300, 0x370),
                2 when least == 0 => (char)_random.Next(0xD800, 0xE000),
                _ => (char)_random.Next(0x21, 0xD800),
            };
        }

        return new string(characters);
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
