using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Sluice.TestKit;

/// <summary>Invents stories, and shortens those that went wrong.</summary>
internal sealed class RandomStories
{
    private readonly Gen<StoryAct> _act;
    private readonly string _seed;
    private readonly string _salt;

    public RandomStories(IReadOnlyList<(int Weight, StoryActKind Kind)> kinds, string seed, string salt)
    {
        _seed = seed;
        _salt = salt;
        var places = Gen.Choose(0, 7);
        var kind = Gen.Frequency(kinds.Select(known => (known.Weight, Gen.Constant(known.Kind))));
        _act = kind.SelectMany(chosen => places.SelectMany(which => places.Select(where => new StoryAct(chosen, which, where))));
    }

    /// <summary>The story of a number: the same for the same seed.</summary>
    /// <param name="number">Which story.</param>
    /// <param name="acts">How many acts it has.</param>
    public IReadOnlyList<StoryAct> Invent(int number, int acts)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{_seed}/{_salt}/{number}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Gen.Sample(_act.ArrayOf(acts), 1, new Rnd(BitConverter.ToUInt64(hash)), acts).First();
    }

    /// <summary>Shorter and simpler stories, the boldest cuts first.</summary>
    public static IEnumerable<IReadOnlyList<StoryAct>> Shorten(IReadOnlyList<StoryAct> story)
    {
        for (var length = story.Count / 2; length >= 1; length /= 2)
        {
            for (var start = 0; start + length <= story.Count; start += length)
                yield return [.. story.Take(start), .. story.Skip(start + length)];
        }

        for (var i = 0; i < story.Count; i++)
        {
            if (story[i].Which > 0)
                yield return [.. story.Take(i), story[i] with { Which = 0 }, .. story.Skip(i + 1)];
            if (story[i].Where > 0)
                yield return [.. story.Take(i), story[i] with { Where = story[i].Where / 2 }, .. story.Skip(i + 1)];
        }
    }
}
