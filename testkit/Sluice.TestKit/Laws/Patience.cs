namespace Sluice.TestKit;

/// <summary>Gives others the chance to do what they should not, without waiting for time to pass.</summary>
internal static class Patience
{
    public static async Task GiveWayAsync()
    {
        for (var i = 0; i < 100; i++)
            await Task.Yield();
    }
}
