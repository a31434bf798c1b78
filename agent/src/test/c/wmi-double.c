/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A double of WMI's WbemLocator for tests under Wine: an InprocServer32 of that class.
 *
 * It answers root\cimv2\mdm\dmmap, which Wine does not have, as scenario.h says, and hands everything
 * else to Wine's own WMI through proxies, so that every object is counted (counts.h). It also holds
 * the client to what a careful one does: a bounded ConnectServer without credentials, a forward-only
 * query in WQL, a Next with a deadline. Otherwise the answer is WBEM_E_INVALID_PARAMETER.
 *
 * x86_64-w64-mingw32-gcc -shared -O2 -Wall -Wextra -Werror -o wmi-double.dll wmi-double.c \
 *     -lole32 -loleaut32 -luuid -lwbemuuid
 *
 * For test prefixes of Wine only: on Windows it would stand between every program and WMI.
 */
#define COBJMACROS
#include "bstr-ledger.h"
#include "counts.h"
#include "scenario.h"
#include "wql.h"
#include <oleauto.h>
#include <wbemcli.h>

/* A dead object stays allocated, marked, so that a call to it can be counted instead of crashing. */
typedef enum Life { LIVING = 0x4556494c, DEAD = 0x44414544 } Life;

/* Locator, services, enumerator or class object; what a kind does not need is zero. */
typedef struct Object {
    const void *methods; /* first, as COM wants it: a pointer to an Object is the interface pointer */
    IClientSecurity security;
    Life life;
    LONG references;
    const IID *interface_id;
    IUnknown *original; /* Wine's object behind this one; NULL: the double answers itself */
    Namespace *namespace;
    char class_name[CLASS_NAME_LENGTH];
    LONG rows_left;
    LONG reading; /* which query for the hash this belongs to, from 1 */
} Object;

static IWbemLocatorVtbl locator_methods;
static IWbemServicesVtbl services_methods;
static IEnumWbemClassObjectVtbl enumerator_methods;
static IWbemClassObjectVtbl class_object_methods;
static IClientSecurityVtbl security_methods;

/* ---- every object ---- */

static Object *new_object(const void *methods, const IID *interface_id, IUnknown *original)
{
    Object *object = calloc(1, sizeof *object);

    object->methods = methods;
    object->security.lpVtbl = &security_methods;
    object->life = LIVING;
    object->references = 1;
    object->interface_id = interface_id;
    object->original = original;
    add_to_count(OBJECTS, 1);
    add_to_count(ALIVE, 1);
    add_to_count(CREATED, 1);
    return object;
}

static BOOL is_dead(const Object *object)
{
    if (object->life == LIVING)
        return FALSE;
    add_to_count(DEADCALLS, 1);
    return TRUE;
}

static ULONG WINAPI Object_AddRef(Object *object)
{
    if (is_dead(object))
        return 0;
    add_to_count(CREATED, 1);
    return InterlockedIncrement(&object->references);
}

static void end_life(Object *object)
{
    object->life = DEAD;
    add_to_count(ALIVE, -1);
    if (object->original)
        IUnknown_Release(object->original);
}

static ULONG WINAPI Object_Release(Object *object)
{
    LONG references;

    if (object->life != LIVING) {
        add_to_count(OVERRELEASED, 1);
        return 0;
    }
    add_to_count(RELEASED, 1);
    references = InterlockedDecrement(&object->references);
    if (references == 0)
        end_life(object);
    return references;
}

static BOOL has_security(const Object *object)
{
    return object->methods == &services_methods || object->methods == &enumerator_methods;
}

static HRESULT WINAPI Object_QueryInterface(Object *object, REFIID id, void **result)
{
    if (!result)
        return E_POINTER;
    *result = NULL;
    if (is_dead(object))
        return CO_E_OBJNOTCONNECTED;
    if (IsEqualIID(id, &IID_IUnknown) || IsEqualIID(id, object->interface_id))
        *result = object;
    else if (IsEqualIID(id, &IID_IClientSecurity) && has_security(object))
        *result = &object->security;
    else
        return E_NOINTERFACE;
    Object_AddRef(object);
    return S_OK;
}

/* Stands for methods of any signature: in 64-bit code the caller cleans up the arguments. */
static HRESULT WINAPI not_implemented(void)
{
    return E_NOTIMPL;
}

static void fill_methods(void *methods, size_t size)
{
    void **slots = methods;
    size_t i;

    for (i = 0; i < size / sizeof *slots; i++)
        slots[i] = not_implemented;
    slots[0] = Object_QueryInterface;
    slots[1] = Object_AddRef;
    slots[2] = Object_Release;
}

/* ---- IClientSecurity: without it CoSetProxyBlanket fails ---- */

static Object *owner_of(IClientSecurity *security)
{
    return CONTAINING_RECORD(security, Object, security);
}

static HRESULT WINAPI Security_QueryInterface(IClientSecurity *security, REFIID id, void **result)
{
    return Object_QueryInterface(owner_of(security), id, result);
}

static ULONG WINAPI Security_AddRef(IClientSecurity *security)
{
    return Object_AddRef(owner_of(security));
}

static ULONG WINAPI Security_Release(IClientSecurity *security)
{
    return Object_Release(owner_of(security));
}

static HRESULT WINAPI Security_SetBlanket(IClientSecurity *security, IUnknown *, DWORD, DWORD, OLECHAR *,
                                          DWORD, DWORD, void *, DWORD)
{
    if (is_dead(owner_of(security)))
        return CO_E_OBJNOTCONNECTED;
    add_to_count(BLANKETS, 1);
    return S_OK;
}

/* ---- IWbemClassObject ---- */

static HRESULT give_text(VARIANT *value, const char *utf8, DWORD size)
{
    int length = size ? MultiByteToWideChar(CP_UTF8, 0, utf8, size, NULL, 0) : 0;

    V_VT(value) = VT_BSTR;
    V_BSTR(value) = SysAllocStringLen(NULL, length);
    if (!V_BSTR(value))
        return E_OUTOFMEMORY;
    if (length)
        MultiByteToWideChar(CP_UTF8, 0, utf8, size, V_BSTR(value), length);
    expect_to_be_freed(V_BSTR(value));
    return S_OK;
}

static HRESULT give_hash_text(const Object *row, VARIANT *value)
{
    const char *second = setting("hash.file.2");
    const char *name = row->reading > 1 && second ? second : setting("hash.file");
    WCHAR path[PATH_LENGTH];
    HRESULT result;
    DWORD size;
    char *text;

    if (!name)
        give_up("the scenario has no", "hash.file");
    MultiByteToWideChar(CP_UTF8, 0, name, -1, path, PATH_LENGTH);
    text = read_file(path, &size);
    if (!text)
        give_up("cannot read the hash file", name);
    result = give_text(value, text, size);
    free(text);
    return result;
}

static HRESULT give_hash(const Object *row, VARIANT *value)
{
    const char *type = setting("hash.vt");

    if (!type || !_stricmp(type, "bstr"))
        return give_hash_text(row, value);
    if (!_stricmp(type, "null")) {
        V_VT(value) = VT_NULL;
    } else if (!_stricmp(type, "empty")) {
        V_VT(value) = VT_EMPTY;
    } else if (!_stricmp(type, "i4")) {
        V_VT(value) = VT_I4;
        V_I4(value) = 42;
    } else {
        give_up("unknown hash.vt", type);
    }
    return S_OK;
}

static HRESULT give_dmmap_property(const Object *row, const char *property, VARIANT *value)
{
    if (!_stricmp(property, "DeviceHardwareData"))
        return give_hash(row, value);
    if (!_stricmp(property, "InstanceID"))
        return give_text(value, "Ext", 3);
    if (!_stricmp(property, "ParentID"))
        return give_text(value, "./DevDetail", 11);
    return WBEM_E_NOT_FOUND;
}

static HRESULT give_class_property(const Object *row, const char *property, VARIANT *value)
{
    const char *text = class_setting(row->class_name, property);

    if (!text)
        return WBEM_E_NOT_FOUND;
    if (strcmp(text, "<null>"))
        return give_text(value, text, strlen(text));
    V_VT(value) = VT_NULL;
    return S_OK;
}

static HRESULT give_property(const Object *row, const WCHAR *name, VARIANT *value)
{
    char property[CLASS_NAME_LENGTH] = "";

    WideCharToMultiByte(CP_UTF8, 0, name, -1, property, sizeof property - 1, NULL, NULL);
    return row->namespace == &dmmap ? give_dmmap_property(row, property, value)
                                    : give_class_property(row, property, value);
}

static HRESULT get_from_wine(Object *row, const WCHAR *name, LONG flags, VARIANT *value, CIMTYPE *type,
                             LONG *flavor)
{
    HRESULT result =
        IWbemClassObject_Get((IWbemClassObject *)row->original, name, flags, value, type, flavor);

    if (SUCCEEDED(result) && V_VT(value) == VT_BSTR)
        expect_to_be_freed(V_BSTR(value));
    return result;
}

static HRESULT WINAPI ClassObject_Get(IWbemClassObject *self, LPCWSTR name, LONG flags, VARIANT *value,
                                      CIMTYPE *type, LONG *flavor)
{
    Object *row = (Object *)self;
    HRESULT result;

    add_to_count(GETS, 1);
    if (is_dead(row))
        return CO_E_OBJNOTCONNECTED;
    if (!name || !value)
        return WBEM_E_INVALID_PARAMETER;
    if (is_spoiled(&row->namespace->get, &result))
        return result;
    if (row->original)
        return get_from_wine(row, name, flags, value, type, flavor);
    result = give_property(row, name, value);
    if (SUCCEEDED(result) && type)
        *type = V_VT(value) == VT_I4 ? CIM_SINT32 : CIM_STRING;
    if (SUCCEEDED(result) && flavor)
        *flavor = WBEM_FLAVOR_ORIGIN_LOCAL;
    return result;
}

/* ---- IEnumWbemClassObject ---- */

static Object *new_row(const Object *enumerator, IWbemClassObject *original)
{
    Object *row = new_object(&class_object_methods, &IID_IWbemClassObject, (IUnknown *)original);

    row->namespace = enumerator->namespace;
    row->reading = enumerator->reading;
    strcpy(row->class_name, enumerator->class_name);
    return row;
}

static HRESULT next_from_wine(const Object *enumerator, LONG timeout, ULONG wanted,
                              IWbemClassObject **rows, ULONG *returned)
{
    IEnumWbemClassObject *original = (IEnumWbemClassObject *)enumerator->original;
    HRESULT result = IEnumWbemClassObject_Next(original, timeout, wanted, rows, returned);
    ULONG i;

    for (i = 0; SUCCEEDED(result) && i < *returned; i++)
        rows[i] = (IWbemClassObject *)new_row(enumerator, rows[i]);
    return result;
}

static HRESULT next_of_double(Object *enumerator, ULONG wanted, IWbemClassObject **rows, ULONG *returned)
{
    while (*returned < wanted && enumerator->rows_left > 0) {
        rows[(*returned)++] = (IWbemClassObject *)new_row(enumerator, NULL);
        enumerator->rows_left--;
    }
    return *returned < wanted ? WBEM_S_FALSE : WBEM_S_NO_ERROR;
}

static HRESULT WINAPI Enumerator_Next(IEnumWbemClassObject *self, LONG timeout, ULONG wanted,
                                      IWbemClassObject **rows, ULONG *returned)
{
    Object *enumerator = (Object *)self;
    HRESULT result;

    add_to_count(NEXTS, 1);
    if (is_dead(enumerator))
        return CO_E_OBJNOTCONNECTED;
    if (!rows || !returned || !wanted || (scenario_given && timeout < 0))
        return WBEM_E_INVALID_PARAMETER;
    *returned = 0;
    memset(rows, 0, wanted * sizeof *rows);
    if (is_spoiled(&enumerator->namespace->next, &result)) {
        if (result == WBEM_S_TIMEDOUT)
            Sleep(timeout);
        return result;
    }
    return enumerator->original ? next_from_wine(enumerator, timeout, wanted, rows, returned)
                                : next_of_double(enumerator, wanted, rows, returned);
}

/* ---- IWbemServices ---- */

static HRESULT query_dmmap(const char *query, Object **enumerator)
{
    static LONG readings;

    if (!asks_for_the_hash(query))
        return WBEM_E_INVALID_QUERY;
    *enumerator = new_object(&enumerator_methods, &IID_IEnumWbemClassObject, NULL);
    (*enumerator)->rows_left = dmmap.rows;
    (*enumerator)->reading = InterlockedIncrement(&readings);
    return S_OK;
}

static HRESULT query_wine(const Object *services, const BSTR language, const BSTR query, LONG flags,
                          IWbemContext *context, Object **enumerator)
{
    IEnumWbemClassObject *original = NULL;
    HRESULT result = IWbemServices_ExecQuery((IWbemServices *)services->original, language, query, flags,
                                             context, &original);

    if (SUCCEEDED(result))
        *enumerator =
            new_object(&enumerator_methods, &IID_IEnumWbemClassObject, (IUnknown *)original);
    return result;
}

static HRESULT run_query(const Object *services, const BSTR language, const BSTR query, LONG flags,
                         IWbemContext *context, Object **enumerator)
{
    char canonical[QUERY_LENGTH];
    char class_name[CLASS_NAME_LENGTH];
    HRESULT result = S_OK;

    canonical_query(query, canonical);
    class_of_query(canonical, class_name);
    if (services->namespace == &dmmap) {
        result = query_dmmap(canonical, enumerator);
    } else if (has_class_settings(class_name)) {
        *enumerator = new_object(&enumerator_methods, &IID_IEnumWbemClassObject, NULL);
        (*enumerator)->rows_left = services->namespace->rows;
    } else {
        result = query_wine(services, language, query, flags, context, enumerator);
    }
    if (FAILED(result))
        return result;
    (*enumerator)->namespace = services->namespace;
    strcpy((*enumerator)->class_name, class_name);
    return result;
}

static HRESULT WINAPI Services_ExecQuery(IWbemServices *self, const BSTR language, const BSTR query,
                                         LONG flags, IWbemContext *context,
                                         IEnumWbemClassObject **enumerator)
{
    Object *services = (Object *)self;
    HRESULT result;

    add_to_count(QUERIES, 1);
    if (is_dead(services))
        return CO_E_OBJNOTCONNECTED;
    expect_to_be_freed(language);
    expect_to_be_freed(query);
    if (!language || !query || !enumerator)
        return WBEM_E_INVALID_PARAMETER;
    *enumerator = NULL;
    if (scenario_given && (_wcsicmp(language, L"WQL") || !(flags & WBEM_FLAG_FORWARD_ONLY)))
        return WBEM_E_INVALID_PARAMETER;
    if (is_spoiled(&services->namespace->query, &result))
        return result;
    return run_query(services, language, query, flags, context, (Object **)enumerator);
}

/* ---- IWbemLocator ---- */

static Namespace *namespace_named(const WCHAR *resource)
{
    WCHAR name[256];
    WCHAR *letter;
    const WCHAR *local = name;

    lstrcpynW(name, resource, sizeof name / sizeof *name);
    for (letter = name; *letter; letter++)
        if (*letter == '/')
            *letter = '\\';
    if (!wcsncmp(name, L"\\\\.\\", 4))
        local += 4;
    if (scenario_given && !_wcsicmp(local, L"root\\cimv2\\mdm\\dmmap"))
        return &dmmap;
    return _wcsicmp(local, L"root\\cimv2") ? &other_namespace : &cimv2;
}

static HRESULT WINAPI Locator_ConnectServer(IWbemLocator *self, const BSTR resource, const BSTR user,
                                            const BSTR password, const BSTR locale, LONG flags,
                                            const BSTR authority, IWbemContext *context,
                                            IWbemServices **services)
{
    Object *locator = (Object *)self;
    IWbemServices *original = NULL;
    Namespace *namespace;
    HRESULT result;

    add_to_count(CONNECTS, 1);
    if (is_dead(locator))
        return CO_E_OBJNOTCONNECTED;
    expect_to_be_freed(resource);
    if (!resource || !services)
        return WBEM_E_INVALID_PARAMETER;
    *services = NULL;
    if (scenario_given && (user || password || flags != WBEM_FLAG_CONNECT_USE_MAX_WAIT))
        return WBEM_E_INVALID_PARAMETER;
    namespace = namespace_named(resource);
    if (is_spoiled(&namespace->connect, &result))
        return result;
    if (namespace != &dmmap) {
        result = IWbemLocator_ConnectServer((IWbemLocator *)locator->original, resource, user, password,
                                            locale, flags, authority, context, &original);
        if (FAILED(result))
            return result;
    }
    *services =
        (IWbemServices *)new_object(&services_methods, &IID_IWbemServices, (IUnknown *)original);
    ((Object *)*services)->namespace = namespace;
    return S_OK;
}

/* ---- the class ---- */

typedef HRESULT(WINAPI *GetClassObject)(REFCLSID, REFIID, void **);

static HRESULT locator_of_wine(IWbemLocator **locator)
{
    WCHAR path[MAX_PATH + 32];
    GetClassObject get_class_object;
    IClassFactory *factory;
    HRESULT result;

    GetSystemDirectoryW(path, MAX_PATH);
    wcscat(path, L"\\wbem\\wbemprox.dll");
    get_class_object =
        (GetClassObject)(void *)GetProcAddress(LoadLibraryW(path), "DllGetClassObject");
    if (!get_class_object)
        give_up("cannot load", "wbemprox.dll");
    result = get_class_object(&CLSID_WbemLocator, &IID_IClassFactory, (void **)&factory);
    if (FAILED(result))
        return result;
    result = IClassFactory_CreateInstance(factory, NULL, &IID_IWbemLocator, (void **)locator);
    IClassFactory_Release(factory);
    return result;
}

static HRESULT WINAPI Factory_QueryInterface(IClassFactory *factory, REFIID id, void **result)
{
    *result = NULL;
    if (!IsEqualIID(id, &IID_IUnknown) && !IsEqualIID(id, &IID_IClassFactory))
        return E_NOINTERFACE;
    *result = factory;
    return S_OK;
}

static ULONG WINAPI Factory_AddRef(IClassFactory *)
{
    return 2;
}

static ULONG WINAPI Factory_Release(IClassFactory *)
{
    return 1;
}

static HRESULT WINAPI Factory_CreateInstance(IClassFactory *, IUnknown *outer, REFIID id, void **result)
{
    IWbemLocator *original;
    Object *locator;
    HRESULT error;

    *result = NULL;
    if (outer)
        return CLASS_E_NOAGGREGATION;
    if (is_spoiled(&creation, &error))
        return error;
    error = locator_of_wine(&original);
    if (FAILED(error))
        return error;
    locator = new_object(&locator_methods, &IID_IWbemLocator, (IUnknown *)original);
    error = Object_QueryInterface(locator, id, result);
    Object_Release(locator);
    return error;
}

static HRESULT WINAPI Factory_LockServer(IClassFactory *, BOOL)
{
    return S_OK;
}

static IClassFactoryVtbl factory_methods = {
    Factory_QueryInterface, Factory_AddRef,     Factory_Release,
    Factory_CreateInstance, Factory_LockServer,
};
static IClassFactory factory = { &factory_methods };

static void make_method_tables(void)
{
    fill_methods(&locator_methods, sizeof locator_methods);
    locator_methods.ConnectServer = Locator_ConnectServer;
    fill_methods(&services_methods, sizeof services_methods);
    services_methods.ExecQuery = Services_ExecQuery;
    fill_methods(&enumerator_methods, sizeof enumerator_methods);
    enumerator_methods.Next = Enumerator_Next;
    fill_methods(&class_object_methods, sizeof class_object_methods);
    class_object_methods.Get = ClassObject_Get;
    fill_methods(&security_methods, sizeof security_methods);
    security_methods.QueryInterface = Security_QueryInterface;
    security_methods.AddRef = Security_AddRef;
    security_methods.Release = Security_Release;
    security_methods.SetBlanket = Security_SetBlanket;
}

/* COM unloads the DLL at the last CoUninitialize; a release that comes later must still be counted. */
static void stay_loaded(void)
{
    HMODULE self;

    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                       (LPCWSTR)(void *)stay_loaded, &self);
}

static BOOL CALLBACK set_up(INIT_ONCE *, void *, void **)
{
    stay_loaded();
    open_counts();
    read_scenario();
    watch_strings();
    make_method_tables();
    return TRUE;
}

__declspec(dllexport) HRESULT WINAPI DllGetClassObject(REFCLSID class_id, REFIID id, void **result)
{
    static INIT_ONCE once = INIT_ONCE_STATIC_INIT;

    *result = NULL;
    if (!IsEqualCLSID(class_id, &CLSID_WbemLocator))
        return CLASS_E_CLASSNOTAVAILABLE;
    InitOnceExecuteOnce(&once, set_up, NULL, NULL);
    return IClassFactory_QueryInterface(&factory, id, result);
}

__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void)
{
    return S_FALSE;
}
