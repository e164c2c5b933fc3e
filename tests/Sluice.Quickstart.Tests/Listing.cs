namespace Sluice.Quickstart.Tests;

internal static class Listing
{
    public static async Task<List<T>> OfAsync<T>(IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var one in source)
            list.Add(one);
        return list;
    }
}
