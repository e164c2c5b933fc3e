using System.Collections.Frozen;

namespace Sluice;

/// <summary>Attribute names that mean the same in every connector, and how attribute names compare.</summary>
public static class AttributeNames
{
    /// <summary>The unique id of an object.</summary>
    public const string Uid = "__UID__";

    /// <summary>The name of an object.</summary>
    public const string Name = "__NAME__";

    /// <summary>Whether the account may be used; Boolean.</summary>
    public const string Enabled = "__ENABLE__";

    /// <summary>When the account becomes usable.</summary>
    public const string EnableDate = "__ENABLE_DATE__";

    /// <summary>When the account stops being usable.</summary>
    public const string DisableDate = "__DISABLE_DATE__";

    /// <summary>Whether the account is locked, for instance after failed attempts; Boolean.</summary>
    public const string LockedOut = "__LOCK_OUT__";

    /// <summary>The password; always a <see cref="GuardedString"/>.</summary>
    public const string Password = "__PASSWORD__";

    /// <summary>The present password, given as proof when it is changed; always a <see cref="GuardedString"/>.</summary>
    public const string CurrentPassword = "__CURRENT_PASSWORD__";

    /// <summary>Whether the password has expired; Boolean.</summary>
    public const string PasswordExpired = "__PASSWORD_EXPIRED__";

    /// <summary>When the password expires.</summary>
    public const string PasswordExpirationDate = "__PASSWORD_EXPIRATION_DATE__";

    /// <summary>Whether the password has to be changed at the next login; Boolean.</summary>
    public const string ForcePasswordChange = "__FORCE_PASSWORD_CHANGE__";

    /// <summary>A short name for display.</summary>
    public const string ShortName = "__SHORT_NAME__";

    /// <summary>A description for people.</summary>
    public const string Description = "__DESCRIPTION__";

    /// <summary>When the account was last used to log in.</summary>
    public const string LastLoginDate = "__LAST_LOGIN_DATE__";

    /// <summary>When the password was last changed.</summary>
    public const string LastPasswordChangeDate = "__LAST_PASSWORD_CHANGE_DATE__";

    /// <summary>How often the password has to be changed.</summary>
    public const string PasswordChangeInterval = "__PASSWORD_CHANGE_INTERVAL__";

    /// <summary>The groups that an account is a member of.</summary>
    public const string Groups = "__GROUPS__";

    private static readonly FrozenSet<string> Operational = new[]
    {
        Enabled, EnableDate, DisableDate, LockedOut, Password, CurrentPassword, PasswordExpired, PasswordExpirationDate, ForcePasswordChange,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How attribute names compare: ordinally, ignoring case, so alike in every culture.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether a name has the form <c>__X__</c>, which is kept for names defined here.</summary>
    /// <param name="name">An attribute name.</param>
    public static bool IsReserved(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);
    }

    /// <summary>Whether a name controls the state of an account (enabled, locked, passwords): such an attribute has one value, which is set and never added to.</summary>
    /// <param name="name">An attribute name.</param>
    public static bool IsOperational(string name) => Operational.Contains(name);

    /// <summary>Whether an attribute of this name holds a secret.</summary>
    internal static bool IsSecret(string name) =>
        string.Equals(name, Password, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, CurrentPassword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an attribute of this name is the uid or the name, which every object has.</summary>
    internal static bool IsIdentity(string name) =>
        string.Equals(name, Uid, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);
}
