/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The agent's three queries with nothing around them: the floor of its benchmark. Prints one row,
 * `serial,,hash,manufacturer,model`, and fails if a value is missing.
 */
#define COBJMACROS
#include <stdio.h>
#include <windows.h>
#include <oleauto.h>
#include <wbemcli.h>

enum { NEXT_TIMEOUT_MS = 10000 };

static BOOL succeeded(HRESULT result, const WCHAR *action)
{
    if (result == S_OK)
        return TRUE;
    fprintf(stderr, "queries: %ls: 0x%08lx\n", action, (unsigned long)result);
    return FALSE;
}

static HRESULT let_impersonate(void *proxy)
{
    return CoSetProxyBlanket(proxy, RPC_C_AUTHN_WINNT, RPC_C_AUTHZ_NONE, NULL, RPC_C_AUTHN_LEVEL_CALL,
                             RPC_C_IMP_LEVEL_IMPERSONATE, NULL, EOAC_NONE);
}

static IWbemServices *connect_to(IWbemLocator *locator, const WCHAR *name)
{
    BSTR resource = SysAllocString(name);
    IWbemServices *services = NULL;
    HRESULT result = IWbemLocator_ConnectServer(locator, resource, NULL, NULL, NULL,
                                                WBEM_FLAG_CONNECT_USE_MAX_WAIT, NULL, NULL, &services);

    SysFreeString(resource);
    if (!succeeded(result, name))
        return NULL;
    succeeded(let_impersonate(services), L"CoSetProxyBlanket");
    return services;
}

static IWbemClassObject *first_row(IWbemServices *services, const WCHAR *text)
{
    BSTR language = SysAllocString(L"WQL");
    BSTR query = SysAllocString(text);
    IEnumWbemClassObject *rows = NULL;
    IWbemClassObject *row = NULL;
    ULONG returned = 0;
    HRESULT result =
        IWbemServices_ExecQuery(services, language, query,
                                WBEM_FLAG_FORWARD_ONLY | WBEM_FLAG_RETURN_IMMEDIATELY, NULL, &rows);

    SysFreeString(query);
    SysFreeString(language);
    if (!succeeded(result, L"ExecQuery"))
        return NULL;
    if (succeeded(let_impersonate(rows), L"CoSetProxyBlanket"))
        succeeded(IEnumWbemClassObject_Next(rows, NEXT_TIMEOUT_MS, 1, &row, &returned), L"Next");
    IEnumWbemClassObject_Release(rows);
    return row;
}

static void print_text(const WCHAR *text)
{
    int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
    char *utf8 = malloc(size);

    WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, size, NULL, NULL);
    fputs(utf8, stdout);
    free(utf8);
}

static BOOL print_property(IWbemClassObject *row, const WCHAR *name)
{
    VARIANT value;
    BOOL found;

    if (!row)
        return FALSE;
    VariantInit(&value);
    found = succeeded(IWbemClassObject_Get(row, name, 0, &value, NULL, NULL), name) &&
            V_VT(&value) == VT_BSTR;
    if (found)
        print_text(V_BSTR(&value));
    VariantClear(&value);
    return found;
}

static void release(void *object)
{
    if (object)
        IUnknown_Release((IUnknown *)object);
}

static BOOL print_serial(IWbemServices *services)
{
    IWbemClassObject *row = first_row(services, L"SELECT SerialNumber FROM Win32_BIOS");
    BOOL found = print_property(row, L"SerialNumber");

    release(row);
    return found;
}

static BOOL print_hash(IWbemLocator *locator)
{
    IWbemServices *services = connect_to(locator, L"root\\cimv2\\mdm\\dmmap");
    IWbemClassObject *row;
    BOOL found;

    if (!services)
        return FALSE;
    row = first_row(services, L"SELECT DeviceHardwareData FROM MDM_DevDetail_Ext01"
                              L" WHERE InstanceID='Ext' AND ParentID='./DevDetail'");
    found = print_property(row, L"DeviceHardwareData");
    release(row);
    release(services);
    return found;
}

static BOOL print_model(IWbemServices *services)
{
    IWbemClassObject *row = first_row(services, L"SELECT Manufacturer, Model FROM Win32_ComputerSystem");
    BOOL found = print_property(row, L"Manufacturer");

    fputs(",", stdout);
    found &= print_property(row, L"Model");
    release(row);
    return found;
}

static BOOL print_row(IWbemLocator *locator)
{
    IWbemServices *services = connect_to(locator, L"root\\cimv2");
    BOOL found;

    if (!services)
        return FALSE;
    found = print_serial(services);
    fputs(",,", stdout);
    found &= print_hash(locator);
    fputs(",", stdout);
    found &= print_model(services);
    fputs("\n", stdout);
    release(services);
    return found;
}

int wmain(void)
{
    IWbemLocator *locator = NULL;
    BOOL found;

    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    CoInitializeSecurity(NULL, -1, NULL, NULL, RPC_C_AUTHN_LEVEL_DEFAULT, RPC_C_IMP_LEVEL_IMPERSONATE,
                         NULL, EOAC_NONE, NULL);
    if (!succeeded(CoCreateInstance(&CLSID_WbemLocator, NULL, CLSCTX_INPROC_SERVER, &IID_IWbemLocator,
                                    (void **)&locator),
                   L"CoCreateInstance"))
        return 1;
    found = print_row(locator);
    release(locator);
    CoUninitialize();
    return found ? 0 : 1;
}
