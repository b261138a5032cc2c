"""What the designations of equipment mean that tables of aid to Ukraine name.

Under each class a row for each designation: the name; the facts; the article of the English Wikipedia that gives
them, the class apart; the items of release 18 of Kiel's tracker that mean it, and the designations of SIPRI's register,
which give the class. A row that is too long goes on in the next line, four blanks further in. Among the facts, `early`
is an item of Kiel's release 7, `also` a spelling that other sources use, and `see` a source besides.
"""

from typing import Final

EQUIPMENT: Final = """
Tank
  Leopard 1A5 | calibre 105 mm; origin DE; standard nato | Leopard 1 | Leopard-1A5 | Leopard-1A5
  Leopard 2A4 | calibre 120 mm; origin DE; standard nato | Leopard 2 | Leopard-2A4 | Leopard-2A4
  Leopard 2A5 | calibre 120 mm; origin DE; standard nato | Leopard 2 | | Leopard-2A5
  Leopard 2A6 | calibre 120 mm; origin DE; standard nato | Leopard 2 | Leopard-2A6 | Leopard-2A6
  Challenger 2 | calibre 120 mm; origin GB; standard nato | Challenger 2 | Challenger 2 | Challenger-2
  M1A1 Abrams | calibre 120 mm; origin US; standard nato | M1 Abrams | | M-1A1 Abrams
  M1A2 Abrams | calibre 120 mm; origin US; standard nato | M1 Abrams | M1A2 Abrams |
  M-55S | calibre 105 mm; see obs-2022-m-55s the gun L7 | | M-55S tank | M-55S
  M-84A4 | calibre 125 mm; standard soviet | M-84 | | M-84A4 Sniper
  PT-91 Twardy | calibre 125 mm; origin PL; standard soviet | PT-91 Twardy | PT-91 Twardy | PT-91M
  T-55 | calibre 100 mm; origin SUHH; standard soviet | T-54/T-55 | | T-55AM-2
  T-72 | calibre 125 mm; origin SUHH; standard soviet | T-72 | Modified T-72 tank (T-72A/T-72M1/M1R);
      overhauled T-72 | T-72B; T-72M1
InfantryFightingVehicle
  AIFV | calibre 25 mm; origin US; standard nato | AIFV | | AIFV
  BMP-1 | calibre 73 mm; origin SUHH; standard soviet | BMP-1 | BMP-1; BVP-1 infantry fighting vehicle | BMP-1
  BMP-2 | calibre 30 mm; origin SUHH; standard soviet | BMP-2 | BMP-2 | BMP-2
  Bradley | calibre 25 mm; origin US; standard nato | Bradley Fighting Vehicle | Bradley fire support team vehicle;
      Bradley infantry fighting vehicle | M-2A3 Bradley
  CV90 | origin SE; standard nato | Combat Vehicle 90 | CV90 combat vehicle | CV-90; CV-90 Mk-4 IFV
  Lynx KF41 | origin DE; standard nato | Lynx (Rheinmetall armoured fighting vehicle) | | Lynx KF-41
  M-80 | calibre 20 mm; origin YUCS | BVP M-80 | M80A infantry fighting vehicle | M-80
  Marder | calibre 20 mm; origin DE; standard nato | Marder (infantry fighting vehicle) |
      infantry fighting vehicle MARDER | Marder-1A3
  YPR-765 | standard nato | | YPR-765 infantry vehicle |
ArmouredPersonnelCarrier
  BTR-60 | origin SUHH; standard soviet | BTR-60 | BTR-60 | BTR-60PB
  Bastion | origin FR | ACMAT Bastion | Bastion APC | Bastion
  BvS 10 | origin SE | BvS 10 | BvS 10 | BvS-10
  FV103 Spartan | origin GB | FV103 Spartan | FV103 Spartan | Spartan
  FV432 | origin GB | FV432 | | FV-432
  LAV-6 | origin CA | LAV 6 | | LAV-6
  M113 | origin US | M113 armored personnel carrier | M113 Armored Personnel Carrier | M-113; M-113A3
  M577 | origin US | Variants of the M113 armored personnel carrier | M577 command post carrier |
  MT-LB | origin SUHH; standard soviet | MT-LB | | MT-LB
  PBV 302 | origin SE | Pansarbandvagn 302 | PBV 302 armored personnel carrier | PBV-302
  Patria 6x6 | | | | Patria 6x6
  Saracen | origin GB | Alvis Saracen | | Saracen
  Senator | origin CA | Roshel Senator | Roshel Senator 4x4 armored personnel carrier | Senator
  Stryker | | | Stryker Armored Personnel Carrier |
  VAB | origin FR | Véhicule de l'Avant Blindé | VAB Armored Personnel Carrier | VAB Mk-3; VAB-VTT
  Warthog | origin SG | Bronco All Terrain Tracked Carrier | All Terrain Tracked Carrier Warthog (command vehicle);
      All Terrain Tracked Carrier Warthog (repair and recovery vehicle);
      All Terrain Tracked Carrier Warthog Ambulance | Bronco
  XA-180 | origin FI | Patria Pasi | | XA-180
ArmouredVehicle
  AMX-10 RC | calibre 105 mm; origin FR | AMX-10 RC | AMX-10 RC | AMX-10RC
  Bushmaster | origin AU | Bushmaster Protected Mobility Vehicle | Bushmaster Protected Mobility Vehicles | Bushmaster
  CVR(T) | origin GB | Combat Vehicle Reconnaissance (Tracked) | unspecified CVR(T) |
  Centauro | calibre 105 mm; origin IT | B1 Centauro | | Centauro
  Dingo | origin DE; early Dingo 2 | ATF Dingo | MRAP vehicle DINGO | Dingo-2
  Fennek | | Fennek | Fennek reconnaissance vehicles | Fennek
  FV104 Samaritan | origin GB | FV104 Samaritan | FV104 Samaritan Armored ambulance |
  FV107 Scimitar | calibre 30 mm; origin GB | FV107 Scimitar | | Scimitar
  HMMWV | origin US | Humvee | armored high mobility multipurpose wheeled vehicle; HMMWV | HMMWV-UA
  Husky TSV | | | Husky TSV |
  Kirpi | origin TR | BMC Kirpi | BMC Kirpi | Kirpi
  LMV | origin IT; early Lince armoured car | Iveco LMV | Lince Armored car | LMV
  M1117 | origin US | M1117 Armored Security Vehicle | | M-1117 Guardian
  M992 FAASV | origin US | M992 Field Artillery Ammunition Supply Vehicle | | M-992 FAASV
  Mamba | early Mamba 4x4 armoured vehicle | | Mamba 4x4 Armored vehicle | Mamba
  MaxxPro | origin US | International MaxxPro | MaxxPro Mine Resistant Ambush Protected Vehicles | MaxxPro
  Oshkosh M-ATV | origin US | Oshkosh M-ATV | | M-ATV
  Joint Light Tactical Vehicle | origin US | Joint Light Tactical Vehicle | Joint Light Tacticle Vehicle |
  URO VAMTAC | origin ES | URO VAMTAC | VAMTAC 4x4 armored vehicle |
SupportVehicle
  BPz2 | origin DE | Leopard 1 | Bergepanzer 2 | BPz-2
  BPz3 Büffel | origin DE | BPz3 Büffel | Bergepanzer 3; BPz-3 Büffel ARV | Buffel
  Biber | origin DE | Leopard 1 | BIBER bridge-laying tank | BrPz-1 Biber
  Challenger ARRV | | | | Challenger ARRV
  Dachs | origin DE | Leopard 1 | Pionierpanzer Dachs | PiPz-2 Dachs
  Leguan | | | Leguan bridge laying tank |
  Leopard 2R | | | Leopard-2R | HMBV
  M1150 | origin US | M1150 Assault Breacher Vehicle | | M-1150 ABV
  M60 AVLB | origin US | M60 AVLB | | M-60 AVLB
  M88 | origin US | M88 recovery vehicle | | M-88A2 HERCULES
  NM189 | | | | NM-189
  Wisent 1 | | | mine clearing tank (WISENT 1) |
Howitzer
  2A36 Giatsint-B | calibre 152 mm; origin SUHH; standard soviet | 2A36 Giatsint-B | | 2A36 Giatsint-B 152mm
  2S1 Gvozdika | calibre 122 mm; origin SUHH; standard soviet | 2S1 Gvozdika | | 2S1 122mm
  AS-90 | calibre 155 mm; origin GB; standard nato | AS-90 | AS-90 howitzer | AS-90B Mallet 155mm
  Archer | calibre 155 mm; origin SE; standard nato | Archer Artillery System |
      Archer self-propelled artillery system | Archer 155mm
  CAESAR | calibre 155 mm; origin FR; standard nato | CAESAR self-propelled howitzer | CAESAR artillery howitzer |
      CAESAR 155mm
  D-30 | calibre 122 mm; origin SUHH; standard soviet | 122 mm howitzer 2A18 (D-30) | D-30 howitzer | D-30 122mm
  DANA | calibre 152 mm; origin CSHH; standard soviet | 152 mm SpGH DANA | Dana Howitzer | DANA 152mm
  DITA | calibre 155 mm; standard nato | | DITA howitzer | DITA 155mm
  FH70 | calibre 155 mm; standard nato | FH70 | FH70 155mm howitzer | FH-70 155mm
  Krab | calibre 155 mm; origin PL; standard nato | AHS Krab | AHS Krab self-propelled howitzer | Krab 155mm
  L118 | calibre 105 mm; origin GB; standard nato | L118 light gun | L119 105mm howitzer | L-118 105mm
  M101 | calibre 105 mm; origin US; standard nato | M101 howitzer | M101 105mm howitzer | M-101A1 105mm
  M109 | calibre 155 mm; origin US; standard nato | M109 howitzer | M109 A3GM 155mm howitzer | M-109A1 155mm;
      M-109A5 155mm; M-109A6 Paladin 155mm
  M114 | calibre 155 mm; origin US; standard nato; early M114 155mm Howitzer | M114 155 mm howitzer | | M-114 155mm
  M119 | calibre 105 mm; standard nato; early M119 105mm howitzer | M119 howitzer | |
  M-46 | calibre 130 mm; origin SUHH; standard soviet | 130 mm towed field gun M1954 (M-46) | | M-46 130mm
  M777 | calibre 155 mm; standard nato; also M777A2 | M777 howitzer | M777 howitzer | M-777 155mm
  OTO Melara Mod 56 | calibre 105 mm; origin IT; standard nato | OTO Melara Mod 56 |
      OTO Melara Mod 56 Towed Howitzer 105/14 | Model-56 105mm
  PzH 2000 | calibre 155 mm; origin DE; standard nato | Panzerhaubitze 2000 | Panzerhaubitze 2000 | PzH-2000 155mm
  RCH 155 | calibre 155 mm; origin DE; standard nato | RCH 155 | RCH-155 self propelled howitzer | RCH-155
  TRF1 | calibre 155 mm; origin FR; standard nato | TRF1 | TRF1 howitzer | TR-F-1 155mm
  Zuzana 2 | calibre 155 mm; origin SK; standard nato | 155 mm SpGH ZUZANA | Zusana-2 howitzer | Zuzana-2
MultipleRocketLauncher
  BM-21 Grad | calibre 122 mm; origin SUHH; standard soviet | BM-21 Grad | | BM-21 Grad 122mm
  HIMARS | calibre 227 mm; origin US; standard nato; also M142 HIMARS | M142 HIMARS |
      HIMARS 142 multiple rocket launcher | HIMARS
  M270 | calibre 227 mm; origin US; standard nato | M270 Multiple Launch Rocket System | M270 weapon system;
      M270 weapon system (Norway) | M-270 MLRS
  MARS II | calibre 227 mm | M270 Multiple Launch Rocket System | Mars II |
  RAK-12 | calibre 128 mm; origin HR | RAK-12 | | RAK-12 128mm
  RM-70 | calibre 122 mm; origin CSHH; standard soviet | RM-70 | RM-70 multiple rocket launcher | RM-70 122mm;
      RM-70 Vampire 122mm
Mortar
  2B11 | calibre 120 mm; standard soviet | | | 2B11 120mm
  K6 | calibre 120 mm; origin IL; standard nato | Soltam K6 | | K-6 120mm
  LMP-2017 | calibre 60 mm; origin PL; standard nato | LMP-2017 | 60 mm LMP-2017 mortar |
  M106 | origin US; standard nato | M106 mortar carrier | | M-106A3
  M120 Rak | calibre 120 mm; origin PL; standard nato | M120 Rak | | M-120K Rak 120mm
  MO-120-RT | calibre 120 mm; origin FR; standard nato | Mortier 120mm Rayé Tracté Modèle F1 | MO-120 RT |
      MO-120-RT 120mm
AirDefenceSystem
  2K12 Kub | origin SUHH; standard soviet | 2K12 Kub | 2K12 KUB | Kvadrat
  Avenger | origin US; standard nato | AN/TWQ-1 Avenger | Avenger air defense system | Avenger
  BOV-3 | | | | BOV-3
  Bofors L70 | calibre 40 mm; origin SE; standard nato | Bofors 40 mm Automatic Gun L/70 |
      Bofors L70 anti-aircraft gun |
  Crotale | origin FR; standard nato | Crotale (missile) | Cortale air-defense system | Crotale-NG
  Gepard | calibre 35 mm; origin DE; standard nato | Flakpanzer Gepard | Gepard rapid-fire armored vehicle | Gepard
  Igla | origin SUHH; standard soviet | 9K38 Igla | | Igla
  IRIS-T SLM | origin DE; standard nato | IRIS-T SLM | Iris-T SLM air defence system | IRIS-T SL;
      IRIS-T SLM
  IRIS-T SLS | origin DE; standard nato | IRIS-T SLM | Iris-T SLS air defence system |
  MIM-23 Hawk | origin US; standard nato | MIM-23 Hawk | HAWK air defense system; HAWK firing unit | I-HAWK
  Mistral | origin FR; standard nato | Mistral (missile) | Mistral Air Defence Launcher | Mistral
  NASAMS | standard nato | NASAMS | NASAMS firing unit; NASAMS launcher;
      National Advanced Surface-to-Air Missile System (NASAMS) | NASAMS-2
  Osa | origin SUHH; standard soviet | 9K33 Osa | | Osa
  Patriot | origin US; standard nato | MIM-104 Patriot | Patriot air defense battery; Patriot air defense launcher |
      Patriot; Patriot Configuration-3
  Piorun | origin PL; standard nato | Piorun (missile) | Piorun man-portable air-defense system | Piorun
  RBS 70 | origin SE; standard nato | RBS 70 | RBS 70 | RBS-70
  S-125 | origin SUHH; standard soviet | S-125 Neva/Pechora | | S-125 Newa-SC
  S-200 | origin SUHH; standard soviet | S-200 missile system | | S-200; S-200 Angara
  S-300 | origin SUHH; standard soviet | S-300 missile system | S-300 air defence system | S-300PMU
  S-60 | calibre 57 mm; origin SUHH; standard soviet | AZP S-60 | Automatic anti-aircraft gun S-60 |
  SAMP/T | standard nato | SAMP/T | SAMP/T anti-air missile defense system | SAMP/T
  Skynex | calibre 35 mm; standard nato; see suedtirolnews-2023-skynex ¶3 | | SKYNEX air defence system |
  Spada | origin IT; standard nato | Aspide | Spada anti-air missile defense system | Spada; Spada-2000
  Starstreak | origin GB; standard nato | Starstreak | Starstreak anti-aircraft missile system | Starstreak
  Stinger | origin US; standard nato | FIM-92 Stinger | Stinger anti-aircraft system;
      Stinger anti-aircraft system (Latvia) | Stinger
  Stormer HVM | origin GB; standard nato;
      early Stormer armoured vehicle with Starstreak anti-air missile launchers | Stormer HVM |
      Stormer Armored vehicle with Starstreak anti-air missile launchers | Stormer HVM
  Strela-2 | origin SUHH; standard soviet | 9K32 Strela-2 | Strela man portable air defense system | Strela-2
  ZSU-23-4 Shilka | calibre 23 mm; origin SUHH; standard soviet | ZSU-23-4 Shilka | | ZSU-23-4 Shilka
AntiTankWeapon
  AT4 | calibre 84 mm; origin SE; standard nato | AT4 | AT-4 anti-tank weapon; AT4 anti-tank weapon |
  Bunkerfaust | origin DE; standard nato | Panzerfaust 3 | Bunker buster missile (Bunkerfaust) |
  Carl Gustaf | calibre 84 mm; origin SE; standard nato | Carl Gustaf 8.4 cm recoilless rifle |
      Carl Gustav M2 recoilless rifle |
  Javelin | origin US; standard nato | FGM-148 Javelin | Javelin; Javelin anti-armor systems;
      Javelin command launch unit |
  M141 | origin US; standard nato | M141 Bunker Defeat Munition | M141 rocket launcher |
  M72 | calibre 66 mm; origin US; standard nato | M72 LAW | M72 rocket launcher |
  MILAN | standard nato | MILAN | Milan; MILAN launcher | MILAN
  NLAW | standard nato | NLAW | NLAW anti-tank weapon; Robot 57 (NLAW) |
  Panzerfaust 3 | origin DE; standard nato | Panzerfaust 3 | Panzerfaust 3 |
  RGW 90 | standard nato; early RGW 90 Matador | | RGW 90 Matador man-portable anti-tank weapon |
  RPG-18 | origin SUHH; standard soviet | RPG-18 | Soviet-made RPG-18 anti-tank missile launcher |
  RPG-7 | origin SUHH; standard soviet | RPG-7 | Soviet-made RPG-7 anti-tank missile launcher |
SmallArm
  AGS-17 | calibre 30 mm; origin SUHH; standard soviet | AGS-17 | VOG-17 automatic grenade launcher AGS-17 |
  AK-47 | calibre 7.62 mm; cartridge 7.62×39; origin SUHH; standard soviet | AK-47 | AK-47-type assault rifle |
  Barrett M82 | calibre 12.7 mm; cartridge 12.7×99; origin US; standard nato | Barrett M82 |
      Barrett M82 sniper rifle |
  Browning M2 | calibre 12.7 mm; cartridge 12.7×99; origin US; standard nato | M2 Browning |
      Browning M2 HB 12.7mm heavy machine gun |
  C6 | calibre 7.62 mm; cartridge 7.62×51; standard nato | FN MAG | C6 7.62-mm Medium Machine Gun |
  C7 | calibre 5.56 mm; cartridge 5.56×45; origin CA; standard nato | Colt Canada C7 rifle | Colt Canada C7 |
  CZ 805 BREN | calibre 5.56 mm; cartridge 5.56×45; origin CZ; standard nato | CZ-805 BREN | CZ 805 BREN |
  CZ Scorpion Evo 3 | calibre 9 mm; cartridge 9×19; origin CZ; standard nato | CZ Scorpion Evo 3 | CZ Scorpion Evo 3 |
  Dragunov | calibre 7.62 mm; cartridge 7.62×54R; origin SUHH; standard soviet | SVD (rifle) |
      7.62 mm sniper rifle Dragunov |
  FN FNC | calibre 5.56 mm; cartridge 5.56×45; origin BE; standard nato | FN FNC | FNC-type automatic rifle |
  FN MAG | calibre 7.62 mm; cartridge 7.62×51; origin BE; standard nato | FN MAG | FN Mag |
  FN Minimi | calibre 5.56 mm; cartridge 5.56×45; origin BE; standard nato | FN Minimi | FN Minimi |
  G3 | calibre 7.62 mm; cartridge 7.62×51; standard nato | Heckler & Koch G3 | G3 automatic rifle |
  GMG | calibre 40 mm; cartridge 40×53; origin DE; standard nato | Heckler & Koch GMG | GMG grenade launcher |
  Glock | origin AT; standard nato | Glock | Glock |
  M4 | calibre 5.56 mm; cartridge 5.56×45; origin US; standard nato | M4 carbine | M4 Carbine rifle |
  MG3 | calibre 7.62 mm; cartridge 7.62×51; origin DE; standard nato | Rheinmetall MG 3 | MG3 |
  MG5 | calibre 7.62 mm; cartridge 7.62×51; origin DE; standard nato | Heckler & Koch MG5 | MG5 machine gun |
  RK 62 | calibre 7.62 mm; cartridge 7.62×39; origin FI | RK 62 | RK 62 |
  SB-40 LAG | standard nato | | SB-40 LAG |
  Sako TRG-42 | origin FI; standard nato | Sako TRG | Sako TRG-42 sniper rifle |
  SFP9 | calibre 9 mm; cartridge 9×19; origin DE; standard nato | Heckler & Koch VP9 | Pistol SFP9 |
  vz. 58 | calibre 7.62 mm; cartridge 7.62×39; origin CSHH; standard soviet | Vz. 58 | 7.62 mm assault rifle vz. 58 |
  vz. 59 | calibre 7.62 mm; cartridge 7.62×54R; origin CSHH; standard soviet | Uk vz. 59 |
      7.62 mm universal machine gun vz.59 |
  vz. 61 Škorpion | calibre 7.65 mm; origin CSHH | Škorpion | 7.65mm submachine gun vz. 61 Scorpio |
  vz. 82 | calibre 9 mm; cartridge 9×18; origin CSHH; standard soviet | CZ 82 | 9mm pistol vz. 82 |
Aeroplane
  An-32 | origin SUHH; standard soviet | Antonov An-32 | | An-32
  F-16 | origin US; standard nato | General Dynamics F-16 Fighting Falcon | F-16AM/BM | F-16C
  L-39 | origin CSHH | Aero L-39 Albatros | Light attack aircraft L-39ZA "Albatros" |
  MiG-29 | origin SUHH; standard soviet | Mikoyan MiG-29 | MiG-29 | MiG-29; MiG-29S
  Mirage 2000 | origin FR; standard nato | Dassault Mirage 2000 | | Mirage-2000-5
  Saab 340 AEW | origin SE; standard nato | Saab 340 AEW&C | Airborne surveillance and control aircraft (ASC 890) |
      Saab-340AEW
  Su-25 | origin SUHH; standard soviet | Sukhoi Su-25 | | Su-25
  Yak-52 | origin SUHH; standard soviet | Yakovlev Yak-52 | | Yak-52
Helicopter
  Ka-32 | origin SUHH; standard soviet | Kamov Ka-27 | K-32 helicopter | Ka-32
  Mi-17 | origin SUHH; standard soviet | Mil Mi-17 | Mi-17 | Mi-17
  Mi-2 | standard soviet | Mil Mi-2 | Mi-2 | Mi-2
  Mi-24 | origin SUHH; standard soviet | Mil Mi-24 | Mi-24 attack helicopter | Mi-24V/Mi-35
  Mi-8 | origin SUHH; standard soviet | Mil Mi-8 | Mi-8 | Mi-8T
  S-70 Black Hawk | origin US | Sikorsky S-70 | | S-70 Black Hawk
  SA 330 Puma | origin FR | Aérospatiale SA 330 Puma | | SA-330 Puma
  Sea King | origin GB | Westland Sea King | Sea King Mk41; WS-61 Sea King helicopter | Sea King HAR-3; Sea King Mk-41
Drone
  AR5 | | | | AR-5
  Bayraktar TB2 | origin TR; early Bayraktar TB2 drone | Bayraktar TB2 | | Bayraktar TB-2
  Black Hornet | origin NO | Black Hornet Nano | Black Hornet drone |
  Desert Hawk | origin US | Lockheed Martin Desert Hawk III | Lockheed Martin Desert Hawk |
  FlyEye | origin PL | WB Electronics FlyEye | FlyEye drone |
  Jump 20 | | | Jump 20 UAS |
  LUNA NG | | | LUNA NG reconnaissance system |
  Primoco One 150 | | | Primoco UAV One 150; reconnaissance drone Primoco ONE | One 150
  Puma | origin US | AeroVironment RQ-20 Puma | Puma Unmanned Aerial System |
  RQ-35 Heidrun | | | reconnaissance drone RQ-35 HEIDRUN |
  ScanEagle | origin US | Boeing Insitu ScanEagle | Scan Eagle Unmanned Aerial Systems |
  Vector | | | reconnaissance drone VECTOR |
  Songbird | | | reconnaissance drone SONGBIRD |
Radar
  AMBER-1800 | | | AMBER 1800 radar systems | AMBER-1800
  AN/MPQ-64 Sentinel | origin US | AN/MPQ-64 Sentinel | AN/MPQ-64 Sentinel air surveillance radar | MPQ-64 Sentinel
  AN/TPQ-36 Firefinder | origin US | AN/TPQ-36 Firefinder radar |
      Hughes AN/TPQ-36 Firefinder weapon locating system | TPQ-36 Firefinder
  AN/TPQ-53 | origin US | AN/TPQ-53 | | TPQ-53
  ARTHUR | | ARTHUR (military) | ARTHUR artillery reconnaissance radar | ARTHUR
  COBRA | | COBRA (radar) | counter battery radar system COBRA | COBRA
  Giraffe | origin SE | Giraffe radar | | Giraffe-40; Giraffe-75
  Ground Master 200 | origin FR | Ground Master 200 | Ground Master 200 | Ground Master-200
  GO12 | | | ground surveillance radar GO12 |
  SQUIRE | | | SQUIRE Ground Surveillance Radar | SQUIRE
  TRML-4D | | | | TRML-4D
  VERA | origin CZ | VERA passive sensor | VERA-NG radar system | VERA-E
"""
