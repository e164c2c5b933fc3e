using Sluice;

namespace Corpus.Slc406Patch;

/// <summary>A patch that a host makes.</summary>
public static class PasswordReset
{
    public static ObjectPatch Of(string password) => ObjectPatch.Build().Set("__password__", {|SLC406:password.Trim()|}).Build();
}
